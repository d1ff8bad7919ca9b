import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

const PHONE = 640; // pixels
const GAP = { phone: 12, wide: 20 } as const;
const NARROWEST = { phone: 100, wide: 150 } as const;

/** How many posters stand side by side in `width` pixels, and the gap between them. */
export function columnsFor(width: number): { columns: number; gap: number } {
  const size = width < PHONE ? "phone" : "wide";
  const gap = GAP[size];
  return { columns: Math.max(2, Math.floor((width + gap) / (NARROWEST[size] + gap))), gap };
}

/**
 * Rows of posters of which only those near the window are in the page, however long the list is. All are equally high,
 * so none is measured while one scrolls. `words`: the room under a poster, in rem.
 */
export function usePosterGrid(count: number, words: number) {
  const ref = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState({ width: 0, top: 0, rem: 16 });

  useLayoutEffect(() => {
    const grid = ref.current;
    if (!grid) return;
    const measure = () => {
      const { width, top } = grid.getBoundingClientRect();
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      setPlace({ width, top: top + window.scrollY, rem });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(grid);
    return () => {
      sizes.disconnect();
    };
  }, []);

  const { columns, gap } = columnsFor(place.width);
  const poster = ((place.width - gap * (columns - 1)) / columns) * 1.5;
  const height = poster + words * place.rem + gap;
  const rows = useWindowVirtualizer({
    count: place.width ? Math.ceil(count / columns) : 0,
    estimateSize: () => height,
    scrollMargin: place.top,
    overscan: 3,
    useFlushSync: false,
  });
  // The sizes it has in mind are of the last width.
  const { measure: forget } = rows;
  useLayoutEffect(() => {
    forget();
  }, [forget, height]);
  return { ref, columns, gap, height, rows, top: place.top };
}
