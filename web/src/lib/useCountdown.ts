import { useCallback, useEffect, useState } from "react";

/** Counts seconds down to zero; begins with `seconds`, and anew with `start`. */
export function useCountdown(seconds: number): { left: number; start: (seconds: number) => void } {
  const [end, setEnd] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [end]);
  const start = useCallback((again: number) => {
    setLeft(again);
    setEnd(Date.now() + again * 1000);
  }, []);
  return { left, start };
}
