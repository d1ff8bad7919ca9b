import { useQuery } from "@tanstack/react-query";
import { Loaded } from "@/components/organisms/Loaded";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { IdentityProviders } from "./IdentityProviders";
import { MailForm } from "./MailForm";
import { mailQuery, smsQuery } from "./settingsQueries";
import { SmsForm } from "./SmsForm";

/** The services that an administrator connects here rather than in the settings of the server. */
export function ServiceSettings() {
  const { t } = useTranslation();
  const mail = useQuery(mailQuery());
  const sms = useQuery(smsQuery());
  return (
    <div className="mt-12 border-t border-line/70 pt-8">
      <Section title={t("mail.title")} hint={t("mail.hint")}>
        <Loaded of={mail}>{(settings) => <MailForm settings={settings} />}</Loaded>
      </Section>
      <Section title={t("sms.title")} hint={t("sms.hint")}>
        <Loaded of={sms}>{(settings) => <SmsForm settings={settings} />}</Loaded>
      </Section>
      <Section title={t("identity.title")} hint={t("identity.hint")}>
        <IdentityProviders />
      </Section>
    </div>
  );
}
