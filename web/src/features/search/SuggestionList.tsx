import { History, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { SuggestionWords } from "@/components/molecules/SuggestionWords";
import type { Choice, SearchBoxState } from "./useSearchBox";

interface Props {
  id: string;
  optionId: (index: number) => string;
  box: SearchBoxState;
}

export function SuggestionList({ id, optionId, box }: Props) {
  const { t } = useTranslation();
  const option = (index: number, children: ReactNode) => (
    <Option
      key={index}
      id={optionId(index)}
      active={index === box.active}
      choose={() => {
        box.choose(box.options[index]);
      }}
      point={() => {
        box.setActive(index);
      }}
    >
      {children}
    </Option>
  );
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t(box.query ? "search.suggestions" : "search.again")}
      hidden={!box.open}
      className="absolute inset-x-0 top-full z-40 mt-2 max-h-[70dvh] animate-appear overflow-y-auto rounded-card border border-line bg-raised p-1.5 shadow-float"
    >
      {box.options.map((choice, index) => option(index, <Row choice={choice} />))}
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  choose: () => void;
  point: () => void;
  children: ReactNode;
}

/** The keyboard stays in the field, which names the active option; so an option itself only hears the pointer. */
function Option({ id, active, choose, point, children }: OptionProps) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-inner px-2 py-1.5 ${active ? "bg-ink/9" : ""}`}
      onMouseDown={(event) => {
        event.preventDefault(); // the field keeps the focus
      }}
      onMouseMove={point}
      onClick={choose}
    >
      {children}
    </div>
  );
}

function Row({ choice }: { choice: Choice }) {
  const { t } = useTranslation();
  if (choice.kind === "found") return <SuggestionWords suggestion={choice.suggestion} />;
  const Sign = choice.kind === "all" ? Search : History;
  return (
    <>
      <span className="flex w-9 justify-center text-faint">
        <Sign aria-hidden className="size-4" />
      </span>
      <span className="truncate text-sm">
        {choice.kind === "all" ? t("search.all", { query: choice.query }) : choice.query}
      </span>
    </>
  );
}
