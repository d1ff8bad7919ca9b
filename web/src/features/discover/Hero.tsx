import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleCard } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Screen } from "@/components/organisms/Screen";
import { titleAddress } from "@/lib/addresses";
import { useFormats } from "@/lib/format";
import { HeroChoice } from "./HeroChoice";

/** One title large, and a few more to put in its place. It changes only when somebody asks: no carousel. */
export function Hero({ titles }: { titles: TitleCard[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const title = titles[chosen] ?? titles[0];
  if (!title) return null;
  return (
    <section aria-label={t("discover.featured")}>
      <Screen backdrop={title.backdrop} className="aspect-4/5 max-h-[70dvh] w-full sm:aspect-video lg:aspect-21/9">
        <div className="scrim" />
        <div className="absolute inset-x-0 bottom-0 flex items-end gap-8 p-(--gutter) lg:p-12">
          <Words key={title.id} title={title} />
          <HeroChoice titles={titles} chosen={chosen} choose={setChosen} />
        </div>
      </Screen>
    </section>
  );
}

function Words({ title }: { title: TitleCard }) {
  const { t } = useTranslation();
  const { runtime, rating } = useFormats();
  const facts = [
    title.year,
    title.runtime !== null && runtime(title.runtime),
    title.rating !== null && `★ ${rating(title.rating)}`,
  ].filter(Boolean);
  return (
    <div className="max-w-2xl min-w-0 animate-appear">
      <p className="text-sm font-medium text-ink/80">{facts.join("  ·  ")}</p>
      <h2 dir="auto" className="display mt-2 line-clamp-3 text-title">
        {title.title}
      </h2>
      <p dir="auto" className="mt-3 line-clamp-2 max-w-xl text-sm text-ink/85 sm:line-clamp-3 sm:text-base">
        {title.overview}
      </p>
      <Link {...titleAddress(title)} className={buttonStyle("solid", "mt-5")}>
        {t("title.more")}
        <span className="sr-only">: {title.title}</span>
      </Link>
    </div>
  );
}
