import { History, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { Option } from "@/components/molecules/Option";
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
