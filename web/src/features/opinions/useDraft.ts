import { useEffect, useRef, useState } from "react";

const PAUSE = 700; // milliseconds without a key before a rating counts

/** A rating that is still being found: shown at once, given when the keys rest. `undefined`: none is being looked for. */
export function useDraft(rate: (rating: number | null) => void) {
  const [draft, setDraft] = useState<number | null | undefined>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const give = (rating: number | null) => {
    clearTimeout(timer.current);
    setDraft(undefined);
    rate(rating);
  };
  useEffect(() => {
    if (draft === undefined) return undefined;
    const giveNow = () => {
      give(draft); // whoever has seen it counts on it
    };
    window.addEventListener("pagehide", giveNow);
    return () => {
      window.removeEventListener("pagehide", giveNow);
    };
  });
  const tryOut = (rating: number | null) => {
    clearTimeout(timer.current);
    setDraft(rating);
    timer.current = setTimeout(give, PAUSE, rating);
  };
  return { draft, show: setDraft, tryOut, give };
}
