import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import type { Suggestion } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { useDebounced } from "@/lib/useDebounced";
import { addressOf } from "./addressOf";
import { suggestQuery } from "./queries";
import { remember } from "./recent";
import { parseSearchPage } from "./search";
import { useRecent } from "./useRecent";

const PAUSE = 120; // milliseconds without a key before suggestions are asked for
const NONE = -1;
const MEANT = 3; // letters that are worth remembering when a suggestion ended the typing

/** One line of the list under the field. */
export type Choice =
  | { kind: "found"; suggestion: Suggestion }
  | { kind: "again"; query: string } // something searched for before
  | { kind: "all"; query: string }; // all results

/** The state and deeds of the search field; `done` is called when the visitor has chosen. */
export function useSearchBox(done: () => void) {
  const navigate = useNavigate();
  const [text, setText] = useTextOfThePage();
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(NONE);
  const query = text.trim();
  const recent = useRecent();
  const { data } = useQuery(suggestQuery(useDebounced(query, PAUSE), useLocale()));
  const options: Choice[] = query
    ? [...(data?.items ?? []).map((suggestion) => ({ kind: "found" as const, suggestion })), { kind: "all", query }]
    : recent.map((again) => ({ kind: "again" as const, query: again }));
  const open = shown && options.length > 0;

  const hide = () => {
    setShown(false);
    setActive(NONE);
  };
  const search = (words: string) => {
    remember(words);
    void navigate({ to: "/search", search: { q: words } });
  };
  const choose = (choice: Choice | undefined) => {
    hide();
    done();
    if (choice?.kind === "found") {
      if (query.length >= MEANT) remember(query);
      setText("");
      void navigate(addressOf(choice.suggestion));
    } else if (choice) search(choice.query);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setShown(true);
      setActive((now) => {
        const count = Math.max(1, options.length);
        return now === NONE && step < 0 ? count - 1 : (now + step + count) % count;
      });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      choose(active === NONE && query ? { kind: "all", query } : options[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault(); // the first press closes the list, the second empties the field
      hide();
    }
  };
  const type = (next: string) => {
    setText(next);
    setShown(true);
    setActive(NONE);
  };
  const show = () => {
    setShown(true);
  };
  return { text, query, open, active, options, type, show, hide, choose, onKeyDown, setActive };
}

export type SearchBoxState = ReturnType<typeof useSearchBox>;

/** What is typed; it follows the query in the address whenever that changes. */
function useTextOfThePage() {
  const there = useRouterState({
    select: ({ location }) => (location.pathname === "/search" ? parseSearchPage(location.search).q : ""),
  });
  const [seen, setSeen] = useState(there);
  const [text, setText] = useState(there);
  if (there !== seen) {
    setSeen(there);
    setText(there);
  }
  return [text, setText] as const;
}
