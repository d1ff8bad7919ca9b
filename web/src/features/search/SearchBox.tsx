import { Search } from "lucide-react";
import { lazy, Suspense, useId, useRef } from "react";
import { useTranslation } from "@/i18n/i18n";
import { LONGEST_QUERY } from "./search";
import { useHotkey } from "./useHotkey";
import { useSearchBox } from "./useSearchBox";

const SuggestionList = lazy(async () => ({ default: (await import("./SuggestionList")).SuggestionList }));

interface Props {
  /** Whether the key / jumps here from anywhere on the page. */
  hotkey?: boolean;
  /** Whether it takes the focus when it appears. */
  focused?: boolean;
}

/** The field that finds everything: suggests while typing, goes to all results on Enter (the combobox pattern). */
export function SearchBox({ hotkey = false, focused = false }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const box = useSearchBox(() => field.current?.blur());
  useHotkey("/", hotkey, field);
  const optionId = (index: number) => `${list}-${index}`;
  return (
    <div className="relative">
      <Search
        aria-hidden
        className="pointer-events-none absolute start-4 top-1/2 size-4.5 -translate-y-1/2 text-faint"
      />
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={box.open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={box.active >= 0 ? optionId(box.active) : undefined}
        placeholder={t("search.placeholder")}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- only on the search page, which is nothing but this field
        autoFocus={focused}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={LONGEST_QUERY}
        value={box.text}
        onChange={(event) => {
          box.type(event.target.value);
        }}
        onKeyDown={box.onKeyDown}
        onFocus={box.show}
        onBlur={box.hide}
        className="h-11 w-full rounded-full border border-line bg-surface ps-11.5 pe-4 text-base text-ink transition-colors placeholder:text-faint hover:border-edge focus-visible:border-accent focus-visible:outline-offset-0 md:text-sm [&::-webkit-search-cancel-button]:appearance-none"
      />
      <span role="status" className="sr-only">
        {box.open && box.query && t("search.suggested", { count: box.options.length - 1 })}
      </span>
      <Suspense>{box.open && <SuggestionList id={list} optionId={optionId} box={box} />}</Suspense>
    </div>
  );
}
