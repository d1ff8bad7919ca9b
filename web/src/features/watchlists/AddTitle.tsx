import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useId } from "react";
import { inputStyle } from "@/components/atoms/inputStyle";
import { useLocale } from "@/features/locale/locale";
import { LONGEST_QUERY } from "@/features/search/search";
import { useTranslation } from "@/i18n/i18n";
import type { Placed } from "./order";
import { titlesInQuery } from "./queries";
import { TitleOptions } from "./TitleOptions";
import { useListDeeds } from "./useListDeeds";
import { useTitleSearch } from "./useTitleSearch";

interface Props {
  id: number;
  /** Those on the page; whether they are all. */
  items: Placed[];
  isWhole: boolean;
}

/** Finds a title and puts it at the end of the list, without leaving the page (the combobox pattern). */
export function AddTitle({ id, items, isWhole }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const { add } = useListDeeds(id);
  const { data: others = [] } = useQuery({ ...titlesInQuery(id, useLocale()), enabled: !isWhole });
  const held = new Set([...items.map(({ title }) => title.id), ...others]);
  const isHeld = (title: { id: number }) => held.has(title.id);
  const search = useTitleSearch({
    isTaken: isHeld,
    choose: (title) => {
      add(title, { shown: isWhole });
    },
  });
  const optionId = (place: number) => `${list}-${place}`;
  return (
    <div className="relative mb-5 max-w-xl">
      <Plus
        aria-hidden
        className="pointer-events-none absolute start-3.5 top-1/2 size-4.5 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        role="combobox"
        aria-label={t("lists.add")}
        aria-expanded={search.isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={search.isOpen ? optionId(search.active) : undefined}
        placeholder={t("lists.addPlaceholder")}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={LONGEST_QUERY}
        value={search.text}
        onChange={(event) => {
          search.type(event.target.value);
        }}
        onKeyDown={search.onKeyDown}
        onFocus={search.show}
        onBlur={search.hide}
        className={inputStyle("ps-10.5 [&::-webkit-search-cancel-button]:appearance-none")}
      />
      <TitleOptions id={list} optionId={optionId} search={search} isHeld={isHeld} />
    </div>
  );
}
