import { useQuery } from "@tanstack/react-query";
import { Section } from "@/components/molecules/Section";
import { Loaded } from "@/components/organisms/Loaded";
import { useTranslation } from "@/i18n/i18n";
import { ExportSection } from "./ExportSection";
import { ImportView } from "./ImportView";
import { PastImports } from "./PastImports";
import { importsQuery } from "./queries";
import { TraktInvitation } from "./TraktInvitation";
import { UploadField } from "./UploadField";

interface Props {
  /** Of the import that is looked at. */
  id?: number;
}

/** Bringing a library along, and taking it away. */
export function ImportsPage({ id }: Props) {
  const { t } = useTranslation();
  const imports = useQuery(importsQuery());
  return (
    <div className="gutter max-w-6xl pt-4">
      <title>{t("app.pageTitle", { page: t("imports.title") })}</title>
      <h1 className="display mb-8 text-4xl">{t("imports.title")}</h1>
      <Loaded of={imports}>
        {(all) => {
          const looked = all.find((one) => one.id === id);
          return looked ? (
            <ImportView key={looked.id} run={looked} />
          ) : (
            <>
              <Section title={t("imports.bring")} hint={t("imports.bringHint")}>
                <UploadField />
                <p className="mt-3 max-w-prose text-sm text-muted">{t("imports.watchlist")}</p>
                <PastImports imports={all} />
              </Section>
              <TraktInvitation />
              <ExportSection />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
