import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState } from "react";
import { useLocale } from "@/features/locale/locale";
import { suggestQuery } from "@/features/search/queries";
import { useTranslation } from "@/i18n/i18n";
import { useDebounced } from "@/lib/useDebounced";
import { addressOf } from "./addressOf";
import type { Props } from "./CommandPalette";
import { recentChoices, rememberChoice } from "./recent";
import { hitId, sectionsOf, type Row } from "./sections";
import { useActions } from "./useActions";

const PAUSE = 120; // milliseconds without a key before the server is asked

/** The state and deeds of the palette. */
export function usePalette({ pages, actions, person, close }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const everywhere = useActions();
  const [text, setText] = useState("");
  const [pointed, select] = useState("");
  const [recent] = useState(() => recentChoices(person));
  const query = text.trim();
  const { data } = useQuery(suggestQuery(useDebounced(query, PAUSE), useLocale()));
  const sections = sectionsOf({
    query,
    pages,
    actions: [...everywhere, ...actions],
    hits: data?.items ?? [],
    recent,
    all: {
      id: "all",
      label: t("search.all", { query }),
      icon: Search,
      run: () => void navigate({ to: "/search", search: { q: query } }),
    },
  });
  const values = sections.flatMap(({ rows }) => rows.map(({ value }) => value));
  const selected = values.includes(pointed) ? pointed : (values[0] ?? ""); // the list changes under the cursor

  const type = (next: string) => {
    setText(next);
    select("");
  };
  const choose = ({ command, hit }: Row) => {
    if (command?.fills !== undefined) {
      type(command.fills);
      return;
    }
    if (hit) rememberChoice(person, { id: hitId(hit), hit });
    else if (command.id !== "all") rememberChoice(person, { id: command.id });
    close();
    if (hit) void navigate(addressOf(hit));
    else command.run?.();
  };
  return { text, type, query, sections, selected, select, choose };
}
