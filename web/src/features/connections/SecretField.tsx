import type { Values } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  label: string;
  /** There is one already. */
  kept: boolean;
}

/** The secret that was typed, if one was. */
export function secretOf({ secret }: Values): { secret?: string } {
  return secret ? { secret } : {};
}

/** A secret that can be written but never read: left empty, the one that is kept stays. */
export function SecretField({ label, kept }: Props) {
  const { t } = useTranslation();
  return (
    <PasswordField
      name="secret"
      label={label}
      optional
      chosen
      placeholder={kept ? "••••••••" : undefined}
      hint={t(kept ? "services.secretKept" : "services.secretNone")}
    />
  );
}
