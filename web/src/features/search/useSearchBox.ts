import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import type { Suggestion } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { personAddress, titleAddress } from "@/lib/addresses";
import { useDebounced } from "@/lib/useDebounced";
import { suggestQuery } from "./queries";
import { parseSearchPage } from "./search";

const PAUSE = 120; // milliseconds without a key before suggestions are asked for
const NONE = -1;

/** The state and deeds of the search field; `done` is called when the visitor has chosen. Option `suggestions.length` is the last one: all results. */
export function useSearchBox(done: () => void) {
  const navigate = useNavigate();
  const [text, setText] = useTextOfThePage();
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(NONE);
  const query = text.trim();
  const { data } = useQuery(suggestQuery(useDebounced(query, PAUSE), useLocale()));
  const suggestions = query ? (data?.items ?? []) : [];
  const open = shown && query !== "";
  const options = suggestions.length + 1;

  const hide = () => {
    setShown(false);
    setActive(NONE);
  };
  const choose = (index: number) => {
    const suggestion = suggestions[index];
    hide();
    done();
    if (suggestion) {
      setText("");
      void navigate(addressOf(suggestion));
    } else if (query) void navigate({ to: "/search", search: { q: query } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setShown(true);
      setActive((now) => (now === NONE && step < 0 ? options - 1 : (now + step + options) % options));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      choose(active === NONE ? options - 1 : active);
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
  return { text, query, open, active, suggestions, type, show, hide, choose, onKeyDown, setActive };
}

export type SearchBoxState = ReturnType<typeof useSearchBox>;

function addressOf(suggestion: Suggestion) {
  const { kind, id } = suggestion;
  return kind === "person" ? personAddress(id) : titleAddress({ kind, id });
}

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
