import { memo, useDeferredValue, type ReactNode } from "react";
import { usePosterGrid } from "./usePosterGrid";

type Show<T> = (item: T, eager: boolean) => ReactNode;

interface Props<T> {
  items: T[];
  identity: (item: T) => string;
  /** Draws one; the same function every time, else the whole wall is drawn anew with each row that comes. */
  show: Show<T>;
  /** Room for the words under a poster, in rem; as TitleCard has it, unless said otherwise. */
  words?: number;
}

const EAGER_ROWS = 2;

/** A wall of posters for lists of any length. */
export function PosterGrid<T>({ items, identity, show, words = 4.25 }: Props<T>) {
  const { ref, columns, gap, height, rows, top } = usePosterGrid(items.length, words);
  // New rows are made in small steps between frames, and each is a layer of its own: so none paints the others anew.
  const near = useDeferredValue(rows.getVirtualItems());
  return (
    <ul ref={ref} className="relative" style={{ height: rows.getTotalSize() }}>
      {near.map(({ index, start }) => (
        <li
          key={index}
          className="absolute inset-x-0 top-0 will-change-transform [contain:layout_style]"
          style={{ height, transform: `translateY(${start - top}px)` }}
        >
          <ul className="grid" style={{ gap, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
            {items.slice(index * columns, (index + 1) * columns).map((item) => (
              <li key={identity(item)}>
                <Cell item={item} show={show as Show<unknown>} eager={index < EAGER_ROWS} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Drawn once, however often its row is moved. */
const Cell = memo(function Cell({ item, show, eager }: { item: unknown; show: Show<unknown>; eager: boolean }) {
  return show(item, eager);
});

/** For the pictures on the wall. */
export const GRID_SIZES = "(min-width: 40rem) 180px, 30vw";
