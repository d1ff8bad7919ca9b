import type { QueryKey } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useTranslation } from "@/i18n/i18n";
import { dayName } from "@/lib/days";
import type { Endless } from "@/lib/endless";
import { dayOf } from "./moments";
import type { Viewing } from "./queries";
import { ViewingRow } from "./ViewingRow";

const HEIGHTS = { day: 48, viewing: 84 } as const; // pixels, as the rows are made

type Row = { day: string } | { viewing: Viewing };

interface Props {
  viewings: Viewing[];
  queryKey: QueryKey;
  query: Endless<unknown>;
}

/** Viewings under their days; only those near the window are in the page, however many there are. */
export function HistoryWall({ viewings, queryKey, query }: Props) {
  const { language } = useTranslation();
  const [now] = useState(() => new Date());
  const rows = useMemo(() => underDays(viewings, language, now), [viewings, language, now]);
  const ref = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      setTop((ref.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    };
    measure();
    const sizes = new ResizeObserver(measure); // the shelves above come later
    sizes.observe(document.body);
    return () => {
      sizes.disconnect();
    };
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => keyOf(rows[index]) ?? index,
    scrollMargin: top,
    overscan: 8,
    useFlushSync: false,
  });
  const { measure: forget } = virtual;
  useLayoutEffect(() => {
    forget(); // one that was taken out leaves its height to another
  }, [forget, rows]);
  return (
    <>
      <ol ref={ref} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              className="absolute inset-x-0 top-0"
              style={{ height: heightOf(row), transform: `translateY(${start - top}px)` }}
            >
              {"day" in row ? (
                <h3 className="flex h-full items-end pb-2 text-sm font-semibold text-muted">{row.day}</h3>
              ) : (
                <ViewingRow viewing={row.viewing} queryKey={queryKey} />
              )}
            </li>
          );
        })}
      </ol>
      <MoreOfIt query={query} />
    </>
  );
}

function underDays(viewings: Viewing[], language: string, now: Date): Row[] {
  let last = "";
  return viewings.flatMap((viewing): Row[] => {
    const day = dayName(dayOf(viewing.watchedAt), language, now);
    const rows: Row[] = day === last ? [{ viewing }] : [{ day }, { viewing }];
    last = day;
    return rows;
  });
}

function heightOf(row: Row | undefined): number {
  return row && "day" in row ? HEIGHTS.day : HEIGHTS.viewing;
}

function keyOf(row: Row | undefined): string | undefined {
  return row && ("day" in row ? row.day : String(row.viewing.id));
}
