import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Loaded } from "@/components/organisms/Loaded";
import { useTranslation } from "@/i18n/i18n";
import { MailForm } from "./MailForm";
import { mailQuery, smsQuery, tmdbQuery, traktAppQuery } from "./settingsQueries";
import { SmsForm } from "./SmsForm";
import { TmdbSettings } from "./TmdbForm";
import { TraktSettings } from "./TraktForm";

/** What can be set about a service, by the service's name; nothing for one that needs no settings. */
export function ServiceSettings({ name }: { name: string }) {
  if (name === "mail") return <Mail />;
  if (name === "sms") return <Sms />;
  if (name === "tmdb") return <Tmdb />;
  if (name === "trakt") return <Trakt />;
  return null;
}

function Mail() {
  const { t } = useTranslation();
  const settings = useQuery(mailQuery());
  return (
    <Folded label={t("mail.settings")}>
      <Loaded of={settings}>{(kept) => <MailForm settings={kept} />}</Loaded>
    </Folded>
  );
}

function Sms() {
  const { t } = useTranslation();
  const settings = useQuery(smsQuery());
  return (
    <Folded label={t("sms.settings")}>
      <Loaded of={settings}>{(kept) => <SmsForm settings={kept} />}</Loaded>
    </Folded>
  );
}

function Tmdb() {
  const { t } = useTranslation();
  const settings = useQuery(tmdbQuery());
  return (
    <Folded label={t("tmdb.settings")}>
      <Loaded of={settings}>{({ source }) => <TmdbSettings source={source} />}</Loaded>
    </Folded>
  );
}

function Trakt() {
  const { t } = useTranslation();
  const app = useQuery(traktAppQuery());
  return (
    <Folded label={t("traktApp.settings")}>
      <Loaded of={app}>{(kept) => <TraktSettings app={kept} />}</Loaded>
    </Folded>
  );
}

/** Long forms wait until somebody wants them, so that the page shows first how everything is. */
function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group mt-2 border-t border-line/70 pt-1">
      <summary className="-ms-2 flex min-h-11 list-none items-center gap-2 rounded-card px-2 text-sm font-semibold text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        {label}
      </summary>
      <div className="pt-3 pb-2">{children}</div>
    </details>
  );
}
