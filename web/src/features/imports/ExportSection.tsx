import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Row } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { LoadedRows } from "@/components/organisms/LoadedRows";
import { useTranslation } from "@/i18n/i18n";
import { exportsQuery } from "./queries";

/** One's own library as files, for oneself and for others. */
export function ExportSection() {
  const { t } = useTranslation();
  return (
    <Section title={t("imports.take")} hint={t("imports.takeHint")}>
      <LoadedRows of={useQuery(exportsQuery())}>
        {({ name, format, whole }) => (
          <Row key={name} title={format} detail={t(whole ? "imports.whole" : "imports.inPart")}>
            <a href={`/api/v1/exports/${name}`} download className={buttonStyle("bare")}>
              <Download aria-hidden />
              <bdi>{name}</bdi>
            </a>
          </Row>
        )}
      </LoadedRows>
    </Section>
  );
}
