import { lazy, Suspense, useSyncExternalStore } from "react";
import { Apart } from "@/components/atoms/Apart";
import { learn } from "@/i18n/i18n";
import { toasts } from "@/lib/toasts";

const ToastStack = lazy(async () => {
  const [{ ToastStack }] = await Promise.all([import("./ToastStack"), learn("frame")]);
  return { default: ToastStack };
});

/** Where toasts appear; what shows them is fetched for the first. */
export function Toasts() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <Apart>
      <Suspense>{shown.length > 0 && <ToastStack shown={shown} />}</Suspense>
    </Apart>
  );
}
