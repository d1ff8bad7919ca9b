import { ChoiceChips } from "@/features/browse/ChoiceChips";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { KINDS, LENGTHS, parseTogetherSearch, type TogetherSearch } from "./search";

interface Props {
  search: TogetherSearch;
  change: (search: TogetherSearch) => void;
}

/** How much time there is, and what for. */
export function Evening({ search, change }: Props) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const choose = (name: "minutes" | "kind") => (value: string | undefined) => {
    change(parseTogetherSearch({ ...search, [name]: value }));
  };
  // An address may hold another length than those offered.
  const lengths = [...new Set([...LENGTHS, ...(search.minutes ? [search.minutes] : [])])].sort((a, b) => a - b);
  return (
    <div className="space-y-5">
      <ChoiceChips
        legend={t("together.time")}
        value={String(search.minutes ?? "")}
        options={[
          ...lengths.map((minutes) => ({
            value: String(minutes),
            label: t("together.upTo", { time: runtime(minutes) }),
          })),
          { value: "", label: t("together.anyTime") },
        ]}
        choose={choose("minutes")}
      />
      <ChoiceChips
        legend={t("forYou.kind")}
        value={search.kind ?? ""}
        options={[
          { value: "", label: t("forYou.kinds.all") },
          ...KINDS.map((kind) => ({ value: kind, label: t(`forYou.kinds.${kind}`) })),
        ]}
        choose={choose("kind")}
      />
    </div>
  );
}
