import { useRef, useState, type KeyboardEvent, type TouchEvent } from "react";

const SWIPE = 48; // pixels that a finger has to travel sideways

/** One of `count` things, and the ways to the next: arrow keys, Home and End, a swipe. It goes round at the ends. */
export function useSteps(start: number, count: number) {
  const [at, setAt] = useState(start);
  const touched = useRef<{ x: number; y: number } | null>(null);
  const step = (by: 1 | -1) => {
    setAt((now) => (now + by + count) % count);
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const onward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") step(event.key === onward ? 1 : -1);
      else if (event.key === "Home") setAt(0);
      else if (event.key === "End") setAt(count - 1);
      else return;
      event.preventDefault();
    },
    onTouchStart: (event: TouchEvent) => {
      const finger = event.touches.item(0);
      touched.current = event.touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const finger = event.changedTouches.item(0);
      if (!touched.current) return;
      const across = finger.clientX - touched.current.x;
      const along = finger.clientY - touched.current.y;
      if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(along)) return;
      const mirrored = getComputedStyle(event.currentTarget).direction === "rtl";
      step(across < 0 === !mirrored ? 1 : -1);
    },
  };
  return { at, step, handlers };
}
