import { useEffect, useRef, useState, type ReactNode } from "react";

const NEAR = "900px"; // from the window's edges

interface Props {
  /** Keeps the place: as high as what comes, so that nothing moves when it does. */
  className: string;
  /** Whether it is to be there at once. */
  now?: boolean;
  children: ReactNode;
}

/** Parts of a long page that are only made when somebody comes near. Once there, they stay. */
export function Later({ className, now = false, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(now);
  useEffect(() => {
    if (near || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [near]);
  return (
    <div ref={place} className={near ? undefined : className}>
      {near && children}
    </div>
  );
}
