import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Section } from "@/components/molecules/Section";
import { Loaded } from "@/components/organisms/Loaded";
import { NotOffered } from "@/features/trakt/NotOffered";
import { traktQuery } from "@/features/trakt/queries";
import { useTranslation } from "@/i18n/i18n";

/** For who has an account at Trakt: the way to link it, where the house has made one. */
export function TraktInvitation() {
  const { t } = useTranslation();
  return (
    <Section title={t("imports.trakt")} hint={t("imports.traktHint")}>
      <Loaded of={useQuery(traktQuery())}>
        {({ isOffered }) =>
          isOffered ? (
            <Link to="/me/services" className={buttonStyle()}>
              <Link2 aria-hidden />
              {t("imports.traktLink")}
            </Link>
          ) : (
            <NotOffered />
          )
        }
      </Loaded>
    </Section>
  );
}
