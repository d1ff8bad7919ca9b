import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** The element that takes the focus when another page has come, so that a screen reader begins there. */
export function useFocusOnArrival() {
  const ref = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        // Not on the first page, where the browser does it; and not away from a field being typed in.
        const typing = document.activeElement instanceof HTMLInputElement;
        if (fromLocation && pathChanged && !typing) ref.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return ref;
}
