const A_MOMENT = 260; // milliseconds

/** A heart that was just given swells for a moment, for eyes that like motion. */
export function pop(element: Element): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  element.animate([{ scale: 1 }, { scale: 1.28 }, { scale: 1 }], { duration: A_MOMENT, easing: "ease-out" });
}
