import type { Smtp } from "@/api/types";
import { PlainField, TextField } from "@/components/form/TextField";
import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";

export const SECURITIES = ["starttls", "tls", "none"] as const satisfies readonly Smtp["security"][];

/** Where the mail server is and who we are to it. */
export function SmtpFields({ kept }: { kept: Smtp | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-4">
        <PlainField
          name="host"
          label={t("mail.host")}
          defaultValue={kept?.host}
          required
          placeholder="smtp.example.org"
        />
        <TextField
          name="port"
          type="number"
          min={1}
          max={65535}
          label={t("mail.port")}
          defaultValue={kept?.port ?? 587}
          required
        />
      </div>
      <SelectField name="security" label={t("mail.security")} defaultValue={kept?.security}>
        {SECURITIES.map((name) => (
          <option key={name} value={name}>
            {t(`mail.securities.${name}`)}
          </option>
        ))}
      </SelectField>
      <PlainField name="username" label={t("form.username")} defaultValue={kept?.username} autoComplete="off" />
    </>
  );
}
