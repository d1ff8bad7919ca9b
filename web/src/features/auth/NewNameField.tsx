import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";

/** The user name of a new account; `autoComplete`: whether it is the one of whoever types it. */
export function NewNameField({ autoComplete = "username" }: { autoComplete?: "username" | "off" }) {
  const { t } = useTranslation();
  return (
    <PlainField
      name="username"
      label={t("form.username")}
      hint={t("form.errors.invalid_username")}
      autoComplete={autoComplete}
    />
  );
}
