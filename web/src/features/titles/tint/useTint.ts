import { useQuery } from "@tanstack/react-query";
import { useLayoutEffect } from "react";
import { tintQuery } from "./queries";

/** Colours the whole page a little by the poster, for as long as the component is there (tokens.css). */
export function useTint(poster: string | null | undefined): void {
  const { data: tint } = useQuery({ ...tintQuery(poster ?? ""), enabled: Boolean(poster) });
  useLayoutEffect(() => {
    if (!tint) return;
    const { style } = document.documentElement;
    style.setProperty("--tint-a", tint.a.toFixed(4));
    style.setProperty("--tint-b", tint.b.toFixed(4));
    return () => {
      style.removeProperty("--tint-a");
      style.removeProperty("--tint-b");
    };
  }, [tint]);
}
