import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";

/** The code of an invitation: there already for whoever followed its link. */
export function InvitationField({ given = false }: { given?: boolean }) {
  const { t } = useTranslation();
  return (
    <PlainField
      name="invitation"
      label={t("signUp.invitation")}
      hint={given ? undefined : t("signUp.invitationHint")}
      readOnly={given}
      autoComplete="off"
    />
  );
}
