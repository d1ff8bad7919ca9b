import { CommandGroup, CommandInput, CommandList, CommandRoot } from "cmdk";
import { Search } from "lucide-react";
import { LONGEST_QUERY } from "@/features/search/search";
import { useTranslation } from "@/i18n/i18n";
import { CommandRow, HitRow } from "./CommandRow";
import type { Command } from "./commands";
import { usePalette } from "./usePalette";

const GROUP =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint";

export interface Props {
  pages: readonly Command[];
  /** What can be done here, beside what can be done everywhere. */
  actions: readonly Command[];
  /** Whose recent choices are shown. */
  person: string;
  close: () => void;
}

/** One field that leads everywhere: to a page, to a title or a person, to a deed. */
export function CommandPalette(props: Props) {
  const { t } = useTranslation();
  const { text, type, query, sections, selected, select, choose } = usePalette(props);
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <CommandRoot
      label={t("command.label")}
      value={selected}
      onValueChange={select}
      shouldFilter={false}
      vimBindings={false}
      loop
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-5 shrink-0 text-faint" />
        <CommandInput
          value={text}
          onValueChange={type}
          maxLength={LONGEST_QUERY}
          enterKeyHint="go"
          placeholder={t("command.placeholder")}
          className="h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-faint"
        />
      </div>
      <span role="status" className="sr-only">
        {query && t("command.count", { count })}
      </span>
      <CommandList label={t("command.results")} className="overflow-y-auto overscroll-contain p-2 pt-0">
        {sections.map(({ name, rows }) => (
          <CommandGroup key={name} heading={t(`command.${name}`)} className={GROUP}>
            {rows.map((row) => {
              const go = () => {
                choose(row);
              };
              return row.hit ? (
                <HitRow key={row.value} value={row.value} hit={row.hit} choose={go} />
              ) : (
                <CommandRow key={row.value} value={row.value} command={row.command} choose={go} />
              );
            })}
          </CommandGroup>
        ))}
      </CommandList>
    </CommandRoot>
  );
}
