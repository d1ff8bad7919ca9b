import { lazy, Suspense, useSyncExternalStore } from "react";
import { Apart } from "@/components/atoms/Apart";
import { learn } from "@/i18n/i18n";
import { toasts } from "@/lib/toasts";

/** For whoever may have to tell that the server is away: then it is too late to fetch what tells it. */
export async function fetchToasts() {
  const [{ ToastStack }] = await Promise.all([import("./ToastStack"), learn("frame")]);
  return { default: ToastStack };
}

const ToastStack = lazy(fetchToasts);

/** Where toasts appear; what shows them is fetched for the first, if not before. */
export function Toasts() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <Apart>
      <Suspense>{shown.length > 0 && <ToastStack shown={shown} />}</Suspense>
    </Apart>
  );
}
