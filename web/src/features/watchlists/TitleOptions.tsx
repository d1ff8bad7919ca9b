import { Check, Plus, Search } from "lucide-react";
import { Option } from "@/components/molecules/Option";
import { SuggestionWords } from "@/components/molecules/SuggestionWords";
import { useTranslation } from "@/i18n/i18n";
import { reasonOf } from "@/lib/useOptimistic";
import type { Title, TitleSearch } from "./useTitleSearch";

interface Props {
  id: string;
  optionId: (place: number) => string;
  search: TitleSearch;
  isHeld: (title: Title) => boolean;
}

/** What the field has found, with a word at those that are in the list already. */
export function TitleOptions({ id, optionId, search, isHeld }: Props) {
  const { t } = useTranslation();
  const { isOpen, titles, query, active, isWide, isLooking, error } = search;
  const at = (place: number) => ({
    id: optionId(place),
    active: place === active,
    choose: () => {
      search.take(place);
    },
    point: () => {
      search.setActive(place);
    },
  });
  const said = error
    ? reasonOf(error, t)
    : isLooking
      ? t("state.loading")
      : isWide && titles.length === 0
        ? t("lists.addNone", { query })
        : "";
  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && (said || t("search.suggested", { count: titles.length }))}
      </p>
      <div
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-30 mt-2 max-h-[50dvh] animate-appear overflow-y-auto rounded-card border border-line bg-raised p-1.5 shadow-float"
      >
        <div id={id} role="listbox" aria-label={t("search.suggestions")}>
          {titles.map((title, place) => {
            const held = isHeld(title);
            const Sign = held ? Check : Plus;
            return (
              <Option key={title.id} {...at(place)} disabled={held}>
                <SuggestionWords suggestion={{ ...title, name: title.title, image: title.poster, slug: null }} />
                <span
                  className={`ms-auto flex shrink-0 items-center gap-1.5 pe-2 text-2xs ${held ? "text-muted" : "text-accent"}`}
                >
                  {held && t("lists.held")}
                  <Sign aria-hidden className="size-4" />
                </span>
              </Option>
            );
          })}
          {!isWide && (
            <Option {...at(titles.length)}>
              <span className="flex w-9 justify-center text-faint">
                <Search aria-hidden className="size-4" />
              </span>
              <span className="truncate text-sm">{t("lists.addMore", { query })}</span>
            </Option>
          )}
        </div>
        {said && <p className="px-3 py-2.5 text-sm text-muted wrap-anywhere">{said}</p>}
      </div>
    </>
  );
}
