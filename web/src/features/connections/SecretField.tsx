import { PasswordField } from "@/components/form/PasswordField";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  name?: string;
  label: string;
  /** There is one already. */
  kept: boolean;
}

/** A secret that can be written but never read: left empty, nothing is said of it, and the one that is kept stays. */
export function SecretField({ name = "secret", label, kept }: Props) {
  const { t } = useTranslation();
  return (
    <PasswordField
      name={name}
      label={label}
      chosen
      optional
      placeholder={kept ? "••••••••" : undefined}
      hint={t(kept ? "services.secretKept" : "services.secretNone")}
    />
  );
}
