import { useQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { ServersWords } from "@/components/atoms/ServersWords";
import { Deed } from "@/components/form/Deed";
import { Notice } from "@/components/molecules/Notice";
import { Section } from "@/components/molecules/Section";
import { Loaded } from "@/components/organisms/Loaded";
import { useTranslation } from "@/i18n/i18n";
import { LinkedCard } from "./LinkedCard";
import { LinkingCard } from "./LinkingCard";
import { NotOffered } from "./NotOffered";
import { traktQuery, type TraktLink } from "./queries";
import { useTraktDeeds } from "./useTraktDeeds";

/** One's account at Trakt: linked, looked after, and let go. */
export function TraktSection() {
  const { t } = useTranslation();
  return (
    <Section id="trakt" title={t("trakt.name")} hint={t("trakt.hint")}>
      <Loaded of={useQuery(traktQuery())}>
        {(link) => (
          <div className="space-y-5">
            <Standing link={link} />
            <p className="max-w-prose text-sm text-muted">{t("trakt.rule")}</p>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Standing({ link }: { link: TraktLink }) {
  if (link.status === "linked") return <LinkedCard link={link} />;
  if (link.status === "linking") return <LinkingCard key={link.userCode} link={link} />;
  return <Unlinked link={link} />;
}

/** Not yet, or not any more: why, and the way to begin. */
function Unlinked({ link: { status, error, isOffered } }: { link: TraktLink }) {
  const { t } = useTranslation();
  const { begin, unlink } = useTraktDeeds();
  const isLost = status === "revoked";
  const words = { none: "trakt.link", failed: "trakt.again", revoked: "trakt.linkAgain" } as const;
  return (
    <>
      {status === "none" && <p className="max-w-prose">{t("trakt.about")}</p>}
      {(isLost || status === "failed") && (
        <Notice look="warn">
          <div className="space-y-1">
            <p className="font-semibold text-ink">{t(isLost ? "trakt.lost" : "trakt.failed")}</p>
            <ServersWords words={error ?? null} />
            {isLost && <p>{t("trakt.lostHint")}</p>}
          </div>
        </Notice>
      )}
      {!isOffered && <NotOffered />}
      <div className="flex flex-wrap items-start gap-3">
        {isOffered && (status === "none" || status === "failed" || isLost) && (
          <Deed look="solid" deed={begin}>
            <Link2 aria-hidden />
            {t(words[status])}
          </Deed>
        )}
        {isLost && (
          <Deed look="bare" deed={unlink}>
            {t("trakt.forget")}
          </Deed>
        )}
      </div>
    </>
  );
}
