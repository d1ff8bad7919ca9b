import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { moreStyle } from "@/components/atoms/buttonStyle";
import { Shelf, ShelfItem } from "@/components/organisms/Shelf";
import { useLocale } from "@/features/locale/locale";
import { OwnPlace } from "@/features/rows/OwnPlace";
import { UP_NEXT } from "@/features/rows/own";
import { useTranslation } from "@/i18n/i18n";
import { nextUpQuery } from "./queries";
import { UpNextCard } from "./UpNextCard";

/** What to go on with; nothing at all as long as there is nothing. */
export default function UpNextShelf({ more = true }: { more?: boolean }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(nextUpQuery(useLocale()));
  const link = more && (
    <Link to="/history" className={moreStyle}>
      {t("history.title")}
      <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <OwnPlace id={UP_NEXT} known={!isPending}>
      {data && data.items.length > 0 && (
        <Shelf name={t("history.upNext")} more={link}>
          {data.items.map((item) => (
            <ShelfItem key={item.title.id} wide>
              <UpNextCard item={item} />
            </ShelfItem>
          ))}
        </Shelf>
      )}
    </OwnPlace>
  );
}
