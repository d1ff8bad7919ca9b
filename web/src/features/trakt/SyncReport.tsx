import { ArrowDownToLine, ArrowUpFromLine, Check, Eraser, Hourglass } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { TraktReport } from "./queries";

const COUNTED = [
  { name: "taken", icon: ArrowDownToLine },
  { name: "sent", icon: ArrowUpFromLine },
  { name: "dropped", icon: Eraser },
  { name: "withdrawn", icon: Eraser },
  { name: "waiting", icon: Hourglass },
] as const;

/** What the last sync brought, took and could not do. */
export function SyncReport({ report }: { report: TraktReport }) {
  const { t } = useTranslation();
  const counted = COUNTED.filter(({ name }) => report[name] > 0);
  return (
    <div className="mt-3 space-y-2 text-sm">
      <ul className="space-y-1.5">
        {counted.map(({ name, icon: Icon }) => (
          <li key={name} className="flex items-center gap-2.5">
            <Icon aria-hidden className="size-4 shrink-0 text-muted" />
            {t(`trakt.report.${name}`, { count: report[name] })}
          </li>
        ))}
        {counted.length === 0 && (
          <li className="flex items-center gap-2.5">
            <Check aria-hidden className="size-4 shrink-0 text-good" />
            {t("trakt.report.nothing")}
          </li>
        )}
      </ul>
      {report.notes.map((note) => (
        <p key={note} lang="en" dir="auto" className="text-muted">
          {note}
        </p>
      ))}
      <Names label={t("trakt.report.unknownHere", { count: report.unknownHere.length })} names={report.unknownHere} />
      <Names
        label={t("trakt.report.unknownThere", { count: report.unknownThere.length })}
        names={report.unknownThere}
      />
    </div>
  );
}

function Names({ label, names }: { label: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <details className="text-2xs">
      <summary className="w-fit rounded-mark py-1 text-muted hover:text-ink">{label}</summary>
      <ul className="mt-1 list-disc space-y-0.5 ps-5 wrap-anywhere">
        {names.map((name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
