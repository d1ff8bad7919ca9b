import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import type { Recommended } from "@/api/types";
import { moreStyle } from "@/components/atoms/buttonStyle";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { useLocale } from "@/features/locale/locale";
import { OwnPlace } from "@/features/rows/OwnPlace";
import { BECAUSE } from "@/features/rows/own";
import { useTranslation } from "@/i18n/i18n";
import { NeighbourShelf } from "./NeighbourShelf";
import { forMeQuery } from "./queries";
import { rowsOf } from "./rows";
import { Why } from "./Why";

const SHOWN = 20;

interface Props {
  id: string;
  rows: readonly string[];
}

/** A row of Discover that is made of what somebody likes; nothing at all as long as that is not known. */
export default function OwnShelf({ id, rows }: Props) {
  const { t } = useTranslation();
  const { data = [], isPending } = useQuery(forMeQuery(undefined, useLocale()));
  const { because, others } = rowsOf(data, rows);
  const title = because[0]?.reason.becauseOf?.title ?? "";
  const titles = (id === BECAUSE ? because : others).slice(0, SHOWN);
  return (
    <OwnPlace id={id} known={!isPending}>
      {titles.length === 0 ? null : id === BECAUSE ? (
        <NeighbourShelf name={t("reason.because", { title })} titles={titles} />
      ) : (
        <ForYou titles={titles} />
      )}
    </OwnPlace>
  );
}

function ForYou({ titles }: { titles: Recommended[] }) {
  const { t } = useTranslation();
  const more = (
    <Link to="/for-you" className={moreStyle}>
      {t("discover.all")}
      <span className="sr-only">: {t("forYou.title")}</span>
      <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <Shelf name={t("forYou.title")} more={more}>
      {titles.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
          <Why of={title.reason} because={title.reason.becauseOf?.title} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
