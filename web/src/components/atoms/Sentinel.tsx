import { useEffect, useRef } from "react";

const AHEAD = "1200px"; // how far before the end the next page is asked for

/** An invisible mark at the end of a list; `reached` is called when it comes near the window. */
export function Sentinel({ reached }: { reached: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = ref.current;
    if (!mark) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // Fast scrolling reports coming and going at once.
        if (entries.some(({ isIntersecting }) => isIntersecting)) reached();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(mark);
    return () => {
      observer.disconnect();
    };
  }, [reached]);
  return <div ref={ref} aria-hidden className="h-px" />;
}
