import type { ReactNode } from "react";
import { usePosterGrid } from "./usePosterGrid";

interface Props<T> {
  items: T[];
  identity: (item: T) => string;
  show: (item: T, eager: boolean) => ReactNode;
}

const EAGER_ROWS = 2;

/** A wall of posters for lists of any length. */
export function PosterGrid<T>({ items, identity, show }: Props<T>) {
  const { ref, columns, gap, rows, top } = usePosterGrid(items.length);
  return (
    <ul ref={ref} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => (
        <li
          key={index}
          ref={rows.measureElement}
          data-index={index}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <ul
            className="grid"
            style={{ gap, paddingBottom: gap, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {items.slice(index * columns, (index + 1) * columns).map((item) => (
              <li key={identity(item)}>{show(item, index < EAGER_ROWS)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** For the pictures on the wall. */
export const GRID_SIZES = "(min-width: 40rem) 180px, 30vw";
