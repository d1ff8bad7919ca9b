import { ChoiceField } from "@/components/form/ChoiceField";
import { NumberField, PlainField } from "@/components/form/TextField";
import type { Smtp } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";

const SECURITIES = ["starttls", "tls", "none"] as const satisfies readonly Smtp["security"][];

/** Where the mail server is and who we are to it. */
export function SmtpFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-4">
        <PlainField name="choice.host" label={t("mail.host")} placeholder="smtp.example.org" />
        <NumberField name="choice.port" label={t("mail.port")} />
      </div>
      <ChoiceField name="choice.security" label={t("mail.security")}>
        {SECURITIES.map((name) => (
          <option key={name} value={name}>
            {t(`mail.securities.${name}`)}
          </option>
        ))}
      </ChoiceField>
      <PlainField name="choice.username" label={t("form.username")} autoComplete="off" />
    </>
  );
}
