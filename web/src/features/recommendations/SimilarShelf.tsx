import { useQuery } from "@tanstack/react-query";
import type { TitleDetail } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { NeighbourShelf } from "./NeighbourShelf";
import { similarQuery } from "./queries";

/**
 * What is like a title. The house's own answer has the provider's in it, so there is no second row beside it; a title
 * that the house has not looked at yet has what its provider says.
 */
export default function SimilarShelf({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(similarQuery(title.kind, title.id, useLocale()));
  if (isPending) return <div className="shelf-place" />;
  if (data?.length) return <NeighbourShelf name={t("title.recommendations")} titles={data} />;
  return (
    <>
      <NeighbourShelf name={t("title.recommendations")} titles={title.recommendations} />
      <NeighbourShelf name={t("title.similar")} titles={title.similar} />
    </>
  );
}
