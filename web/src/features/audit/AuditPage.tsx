import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { AuditFields } from "./AuditFields";
import { AuditRow } from "./AuditRow";
import type { AuditFilters } from "./filters";
import { asked, auditQuery } from "./queries";
import { VerifyButton } from "./VerifyButton";

interface Props {
  filters: AuditFilters;
  change: (filters: AuditFilters) => void;
}

/** `action` may be there more than once, so it is a list. */
function queryOf({ action = [], ...others }: ReturnType<typeof asked>): string {
  return new URLSearchParams([...action.map((each) => ["action", each]), ...Object.entries(others)]).toString();
}

/** Who did what, when and from where. */
export function AuditPage({ filters, change }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    ...auditQuery(filters),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const entries = query.data ? joined(query.data.pages, ({ id }) => String(id)) : [];
  return (
    <div className="gutter max-w-6xl pt-4">
      <title>{t("app.pageTitle", { page: t("account.audit") })}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="display text-4xl">{t("account.audit")}</h1>
          <p className="mt-1.5 max-w-prose text-muted">{t("audit.intro")}</p>
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <VerifyButton />
          <a href={`/api/v1/audit.csv?${queryOf(asked(filters))}`} download className={buttonStyle()}>
            <Download aria-hidden />
            {t("audit.csv")}
          </a>
        </div>
      </div>
      <AuditFields filters={filters} change={change} />
      {query.data ? (
        <>
          {entries.length === 0 && <Message sign="0" title={t("audit.none")} detail={t("audit.noneHint")} />}
          <ul className="divide-y divide-line/70 rounded-card border border-line bg-surface empty:hidden">
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </ul>
          {entries.length > 0 && <MoreOfIt query={query} />}
        </>
      ) : (
        <Skeleton className="space-y-2">
          <Bone className="h-14 w-full" />
          <Bone className="h-14 w-full" />
        </Skeleton>
      )}
    </div>
  );
}
