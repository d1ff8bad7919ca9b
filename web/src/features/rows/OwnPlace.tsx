import { useEffect, useRef, type ReactNode } from "react";
import { storage } from "@/lib/storage";

interface Props {
  /** Of the row. */
  id: string;
  /** Whether it is known by now what stands in it. */
  known: boolean;
  children?: ReactNode;
}

/**
 * The place of a row that comes later than its page: as high as the row was when this browser showed it last, so that
 * nothing moves when it comes.
 */
export function OwnPlace({ id, known, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const key = `matinee.rowHeight.${id}`;
  const filled = Boolean(children);
  useEffect(() => {
    if (known && place.current) storage.setItem(key, String(place.current.offsetHeight));
  }, [key, known, filled]);
  if (known) {
    return (
      <div ref={place} className="empty:hidden">
        {children}
      </div>
    );
  }
  const height = Number(storage.getItem(key));
  return height > 0 && <div aria-hidden style={{ height }} />;
}
