import { useCallback, useEffect, useRef, useState } from "react";

const PAGE = 0.85; // of the visible width, so that the last poster seen is the first of the next page

/** A sideways scrolling element: whether it is at an end, and how to turn its pages. */
export function useShelf() {
  const ref = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ atStart: true, atEnd: true });

  useEffect(() => {
    const shelf = ref.current;
    if (!shelf) return;
    const look = () => {
      const gone = Math.abs(shelf.scrollLeft); // where one reads from right to left it counts down from 0
      const atStart = gone <= 1;
      const atEnd = gone + shelf.clientWidth >= shelf.scrollWidth - 1;
      setEnds((old) => (old.atStart === atStart && old.atEnd === atEnd ? old : { atStart, atEnd }));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(shelf);
    shelf.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      shelf.removeEventListener("scroll", look);
    };
  }, []);

  const turn = useCallback((pages: 1 | -1) => {
    const shelf = ref.current;
    if (!shelf) return;
    const forward = getComputedStyle(shelf).direction === "rtl" ? -1 : 1;
    shelf.scrollBy({ left: pages * forward * shelf.clientWidth * PAGE, behavior: "smooth" });
  }, []);

  return { ref, ...ends, turn };
}
