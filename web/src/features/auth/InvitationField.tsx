import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";

/** The code of an invitation: there already for whoever followed its link. */
export function InvitationField({ code = "" }: { code?: string }) {
  const { t } = useTranslation();
  return (
    <PlainField
      name="invitation"
      label={t("signUp.invitation")}
      hint={code ? undefined : t("signUp.invitationHint")}
      defaultValue={code}
      readOnly={code !== ""}
      autoComplete="off"
      maxLength={64}
    />
  );
}
