import { Smartphone } from "lucide-react";
import { Badge } from "@/components/atoms/Badge";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { BarChart } from "@/components/molecules/BarChart";
import { CopyButton } from "@/components/molecules/CopyButton";
import { FactList } from "@/components/molecules/FactList";
import { Message } from "@/components/molecules/Message";
import { Notice } from "@/components/molecules/Notice";
import { RankedBars } from "@/components/molecules/RankedBars";
import { Row, Rows } from "@/components/molecules/Rows";
import { SelectField } from "@/components/molecules/SelectField";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { Ticket } from "@/components/molecules/Ticket";
import { TitleCard } from "@/components/molecules/TitleCard";
import type { TitleCard as Title } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { Cabinet, Specimen } from "./Specimen";

const AN_HOUR = 3_600; // seconds
const BARS = [3, 8, 5, 0, 2].map((value, index) => {
  const year = String(1920 + index);
  return { id: year, name: year, mark: year, value };
});

/** A few atoms that belong together. */
export function Molecules({ title }: { title: Title }) {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  return (
    <Cabinet id="molecules" title={t("gallery.molecules")}>
      <Specimen name="TitleCard">
        <div className="w-36">
          <TitleCard title={title} sizes="144px" />
        </div>
      </Specimen>
      <Specimen name="FactList">
        <FactList
          facts={[
            { name: t("title.originalTitle"), value: title.originalTitle },
            { name: t("title.originalLanguage"), value: language(title.originalLanguage) },
            { name: t("title.released"), value: title.year },
          ]}
        />
      </Specimen>
      <Specimen name="SelectField">
        <SelectField label={t("settings.language")} hint={t("settings.languageHint")}>
          <option>English</option>
        </SelectField>
      </Specimen>
      <Specimen name="Notice(note | good | warn)">
        <div className="space-y-3">
          <Notice>{t("gallery.sample")}</Notice>
          <Notice look="good">{t("gallery.sample")}</Notice>
          <Notice look="warn">{t("gallery.sample")}</Notice>
        </div>
      </Specimen>
      <Specimen name="StaleNotice">
        <StaleNotice of={{ stale: true, age: AN_HOUR, notice: null }} />
      </Specimen>
      <Specimen name="CopyButton">
        <CopyButton text={t("gallery.sample")} />
      </Specimen>
      <Specimen name="BarChart">
        <BarChart
          name={title.title}
          columns={[t("title.originalTitle"), t("title.released")]}
          bars={BARS}
          say={number}
          short={number}
        />
      </Specimen>
      <Specimen name="RankedBars">
        <RankedBars items={BARS.map((bar) => ({ ...bar, told: number(bar.value) }))} />
      </Specimen>
      <Specimen name="Rows, Row" wide>
        <Rows>
          <Row
            icon={<Smartphone aria-hidden className="size-5 text-muted" />}
            title={title.title}
            detail={title.overview}
            badges={<Badge look="good">{t("connections.state.ok")}</Badge>}
          >
            <button type="button" className={buttonStyle("bare")}>
              {t("title.more")}
            </button>
          </Row>
        </Rows>
      </Specimen>
      <Specimen name="Ticket" wide>
        <Ticket stub={<span className="display text-2xl">{title.year}</span>}>
          <p className="display text-xl">{title.title}</p>
          <p className="mt-1 line-clamp-2 text-sm text-muted">{title.overview}</p>
        </Ticket>
      </Specimen>
      <Specimen name="Message" wide>
        <Message sign="…" title={t("discover.empty")} detail={t("discover.emptyHint")} level={3} />
      </Specimen>
    </Cabinet>
  );
}
