import { Link } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import { Badge } from "@/components/atoms/Badge";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Row, Rows } from "@/components/molecules/Rows";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { standingOf, type Import } from "./queries";

/** What was brought along within the last month. */
export function PastImports({ imports }: { imports: Import[] }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  if (imports.length === 0) return null;
  return (
    <>
      <h3 className="mt-8 mb-3 text-sm font-semibold">{t("imports.past")}</h3>
      <Rows>
        {imports.map((run) => (
          <Row
            key={run.id}
            icon={<FileText aria-hidden className="size-5 text-faint" />}
            title={run.fileName}
            badges={<Standing run={run} />}
            detail={[run.format, date(run.createdAt), t("imports.read", { count: run.read })].join(" · ")}
          >
            <Link
              to="/imports"
              search={{ id: run.id }}
              aria-label={t("imports.about", { deed: t("imports.look"), name: run.fileName })}
              className={buttonStyle("bare")}
            >
              {t("imports.look")}
            </Link>
          </Row>
        ))}
      </Rows>
      <p className="mt-2 text-2xs text-muted">{t("imports.month")}</p>
    </>
  );
}

function Standing({ run }: { run: Import }) {
  const { t } = useTranslation();
  const standing = standingOf(run);
  return <Badge look={standing === "done" ? "good" : "plain"}>{t(`imports.states.${standing}`)}</Badge>;
}
