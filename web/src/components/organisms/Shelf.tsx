import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { cx } from "@/lib/cx";
import { useShelf } from "./useShelf";

interface Props {
  name: string;
  /** Beside the name: a link to all of it. */
  more?: ReactNode;
  note?: string;
  children: ReactNode;
}

/** A named row that scrolls sideways: by touch, by wheel, by keyboard, and by two buttons where there is a mouse. */
export function Shelf({ name, more, note, children }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const { ref, atStart, atEnd, turn } = useShelf();
  return (
    <section aria-labelledby={heading} className="group/shelf">
      {/* Beside what stands at the end there is no room for the note in a narrow window: it has a line to itself there. */}
      <div className="gutter grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-4 pb-3.5">
        <h2 id={heading} className="display text-heading">
          {name}
        </h2>
        {note && (
          <p className="col-span-full row-start-2 mt-0.5 line-clamp-2 text-sm text-muted sm:col-span-1 sm:line-clamp-1">
            {note}
          </p>
        )}
        <div className={cx("col-start-2 row-start-1 flex items-end gap-4", note && "sm:row-end-3")}>
          {more}
          {!(atStart && atEnd) && (
            <div className="-my-2 hidden gap-1 pointer-fine:flex">
              <button
                type="button"
                className={iconButtonStyle()}
                disabled={atStart}
                aria-label={t("discover.back", { name })}
                onClick={() => {
                  turn(-1);
                }}
              >
                <ChevronLeft aria-hidden />
              </button>
              <button
                type="button"
                className={iconButtonStyle()}
                disabled={atEnd}
                aria-label={t("discover.forward", { name })}
                onClick={() => {
                  turn(1);
                }}
              >
                <ChevronRight aria-hidden />
              </button>
            </div>
          )}
        </div>
      </div>
      <ul ref={ref} className="shelf gap-3 pt-1 pb-2 sm:gap-4.5">
        {children}
      </ul>
    </section>
  );
}

/** One place on a shelf, as wide as a poster is there. */
export function ShelfItem({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <li className={`shrink-0 snap-start ${wide ? "w-64 sm:w-80" : "w-29 sm:w-38 2xl:w-44"}`}>{children}</li>;
}

/** For the pictures on a shelf. */
export const SHELF_SIZES = "(min-width: 96rem) 176px, (min-width: 40rem) 152px, 116px";
