import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

const HOVER = 60; // milliseconds on a card before its page is fetched, as with the router's own links

/** Lets the links of cards change the page without loading it anew, and fetches the page of the one that is pointed at. */
export function useCardLinks(): void {
  const router = useRouter();
  useEffect(() => {
    let fetching: ReturnType<typeof setTimeout> | undefined;
    const follow = (event: MouseEvent) => {
      const card = cardOf(event);
      if (!card || event.defaultPrevented || event.button !== 0 || asksForMore(event)) return;
      event.preventDefault();
      void router.navigate({ href: pathOf(card) });
    };
    const expect = (event: Event) => {
      clearTimeout(fetching);
      const card = cardOf(event);
      if (!card) return;
      const fetchIt = () => void router.preloadRoute({ to: pathOf(card) }).catch(() => undefined); // a click will tell
      fetching = setTimeout(fetchIt, HOVER);
    };
    document.addEventListener("click", follow);
    for (const sign of SIGNS) document.addEventListener(sign, expect);
    return () => {
      clearTimeout(fetching);
      document.removeEventListener("click", follow);
      for (const sign of SIGNS) document.removeEventListener(sign, expect);
    };
  }, [router]);
}

const SIGNS = ["pointerover", "focusin"];

function cardOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-card]") : null;
}

/** A new tab, a new window, a download: the browser knows. */
function asksForMore({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}

function pathOf({ pathname, search, hash }: HTMLAnchorElement): string {
  return pathname + search + hash;
}
