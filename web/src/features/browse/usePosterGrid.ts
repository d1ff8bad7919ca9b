import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

const PHONE = 640; // pixels
const GAP = { phone: 12, wide: 20 } as const;
const NARROWEST = { phone: 100, wide: 150 } as const;
const WORDS = 68; // pixels under a poster, as TitleCard has them

/** How many posters stand side by side in `width` pixels, and the gap between them. */
export function columnsFor(width: number): { columns: number; gap: number } {
  const size = width < PHONE ? "phone" : "wide";
  const gap = GAP[size];
  return { columns: Math.max(2, Math.floor((width + gap) / (NARROWEST[size] + gap))), gap };
}

/** Rows of posters of which only those near the window are in the page, however long the list is. */
export function usePosterGrid(count: number) {
  const ref = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState({ width: 0, top: 0 });

  useLayoutEffect(() => {
    const grid = ref.current;
    if (!grid) return;
    const measure = () => {
      const { width, top } = grid.getBoundingClientRect();
      setPlace({ width, top: top + window.scrollY });
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
  const rows = useWindowVirtualizer({
    count: place.width ? Math.ceil(count / columns) : 0,
    estimateSize: () => poster + WORDS + gap,
    scrollMargin: place.top,
    overscan: 3,
    useFlushSync: false,
  });
  return { ref, columns, gap, rows, top: place.top };
}
