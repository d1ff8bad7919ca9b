import { AreaField } from "@/components/form/AreaField";
import { TextField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";

/** What a list is called and what it is about. */
export function ListFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="name" label={t("form.name")} autoComplete="off" maxLength={100} />
      <AreaField name="description" label={t("lists.description")} rows={3} />
    </>
  );
}
