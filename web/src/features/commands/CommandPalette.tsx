import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CommandEmpty, CommandGroup, CommandInput, CommandList, CommandRoot } from "cmdk";
import { Search } from "lucide-react";
import { useState } from "react";
import type { Suggestion } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { suggestQuery } from "@/features/search/queries";
import { LONGEST_QUERY } from "@/features/search/search";
import { useTranslation } from "@/i18n/i18n";
import { useDebounced } from "@/lib/useDebounced";
import { CommandRow, HitRow } from "./CommandRow";
import { found, type Command } from "./commands";
import { recentChoices, rememberChoice, type Choice } from "./recent";
import { addressOf } from "./addressOf";
import { useActions } from "./useActions";

const PAUSE = 120; // milliseconds without a key before the server is asked

const GROUP =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint";

interface Props {
  pages: readonly Command[];
  /** Whose recent choices are shown. */
  person: string;
  /** More that can be done here. */
  actions: readonly Command[];
  close: () => void;
}

/** One field that leads everywhere: to a page, to a title or a person, to a deed. */
export function CommandPalette({ pages, person, actions: more, close }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [recent] = useState(() => recentChoices(person));
  const actions = [...useActions(), ...more];
  const query = text.trim();
  const { data } = useQuery(suggestQuery(useDebounced(query, PAUSE), useLocale()));
  const hits = query ? (data?.items ?? []) : [];
  const foundPages = found(pages, query);
  const foundActions = found(actions, query);
  const count = foundPages.length + hits.length + foundActions.length;

  const choose = (command: Command) => {
    if (command.fills !== undefined) {
      setText(command.fills);
      return;
    }
    rememberChoice(person, { id: command.id });
    close();
    command.run?.();
  };
  const open = (hit: Suggestion) => {
    rememberChoice(person, { id: `${hit.kind}:${hit.id}`, hit });
    close();
    void navigate(addressOf(hit));
  };
  const row = (command: Command, place: string) => (
    <CommandRow key={command.id} command={command} place={place} choose={choose} />
  );
  const again = ({ id, hit }: Choice) => {
    if (hit) return <HitRow key={id} hit={hit} place="recent" choose={open} />;
    const command = [...pages, ...actions].find((one) => one.id === id);
    return command && row(command, "recent");
  };
  const lastRecent = query ? [] : recent.map(again).filter(Boolean);
  return (
    <CommandRoot
      label={t("command.label")}
      shouldFilter={false}
      vimBindings={false}
      loop
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-5 shrink-0 text-faint" />
        <CommandInput
          value={text}
          onValueChange={setText}
          maxLength={LONGEST_QUERY}
          placeholder={t("command.placeholder")}
          className="h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-faint"
        />
      </div>
      <span role="status" className="sr-only">
        {query && t("command.count", { count })}
      </span>
      <CommandList label={t("command.results")} className="overflow-y-auto overscroll-contain p-2 pt-0">
        <CommandEmpty className="px-3 pt-5 text-sm text-muted">{t("command.empty")}</CommandEmpty>
        {lastRecent.length > 0 && (
          <CommandGroup heading={t("command.recent")} className={GROUP}>
            {lastRecent}
          </CommandGroup>
        )}
        {foundPages.length > 0 && (
          <CommandGroup heading={t("command.pages")} className={GROUP}>
            {foundPages.map((page) => row(page, "pages"))}
          </CommandGroup>
        )}
        {hits.length > 0 && (
          <CommandGroup heading={t("command.found")} className={GROUP}>
            {hits.map((hit) => (
              <HitRow key={`${hit.kind}:${hit.id}`} hit={hit} place="found" choose={open} />
            ))}
          </CommandGroup>
        )}
        {foundActions.length > 0 && (
          <CommandGroup heading={t("command.actions")} className={GROUP}>
            {foundActions.map((action) => row(action, "actions"))}
          </CommandGroup>
        )}
      </CommandList>
    </CommandRoot>
  );
}
