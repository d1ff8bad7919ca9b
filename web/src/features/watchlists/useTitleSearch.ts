import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import type { Suggestion } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { searchQuery, suggestQuery } from "@/features/search/queries";
import { useDebounced } from "@/lib/useDebounced";
import type { Placed } from "./order";

const PAUSE = 120; // milliseconds without a key before suggestions are asked for

export type Title = Placed["title"];

interface Given {
  /** Whether a title can be chosen no more. */
  isTaken: (title: Title) => boolean;
  choose: (title: Title) => void;
}

/**
 * The state and deeds of a field that finds titles: suggests while typing, and looks everywhere for what was typed when
 * that is asked for, which is the last option. The first option is ready to be taken with Enter.
 */
export function useTitleSearch({ isTaken, choose }: Given) {
  const locale = useLocale();
  const [text, setText] = useState("");
  const [isShown, setShown] = useState(false);
  const [pointed, setActive] = useState(0);
  const [asked, setAsked] = useState("");
  const query = text.trim();
  const settled = useDebounced(query, PAUSE);
  const suggested = useQuery(suggestQuery(settled, locale, "title"));
  const wide = useInfiniteQuery({ ...searchQuery(asked, "all", locale), enabled: asked !== "" });

  const isWide = asked !== "" && asked === query;
  const titles = isWide
    ? (wide.data?.pages[0]?.items ?? []).flatMap(({ title }) => (title ? [title] : []))
    : (suggested.data?.items ?? []).flatMap(titleOf);
  // What is shown still answers what was typed before: Enter shall not take it for what is meant.
  const isBehind = !isWide && (settled !== query || suggested.isPlaceholderData || suggested.isPending);
  const last = isWide ? titles.length - 1 : titles.length;
  const active = Math.max(0, Math.min(pointed, last)); // what is found may be less than it was

  const show = () => {
    setShown(true);
  };
  const hide = () => {
    setShown(false);
  };
  const type = (next: string) => {
    setText(next);
    setActive(0);
    show();
  };
  const lookEverywhere = () => {
    setAsked(query);
    setActive(0);
  };
  const take = (place: number) => {
    const title = titles[place];
    if (!title) lookEverywhere();
    else if (!isTaken(title)) {
      choose(title);
      type("");
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      show();
      setActive((active + step + last + 1) % Math.max(1, last + 1));
    } else if (event.key === "Enter" && query && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isBehind) lookEverywhere();
      else take(active);
    } else if (event.key === "Escape" && query) {
      event.preventDefault();
      if (isShown) hide();
      else type("");
    }
  };
  return {
    ...{ text, query, titles, isWide, active, setActive },
    isOpen: isShown && query !== "",
    isLooking: isWide && wide.isPending,
    error: isWide ? wide.error : null,
    ...{ type, show, hide, take, onKeyDown },
  };
}

export type TitleSearch = ReturnType<typeof useTitleSearch>;

function titleOf({ kind, id, name, year, image }: Suggestion): Title[] {
  return kind === "movie" || kind === "tv" ? [{ kind, id, title: name, year, poster: image }] : [];
}
