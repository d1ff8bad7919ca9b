import type { Gateway } from "@/api/types";
import { ChoiceField } from "@/components/form/ChoiceField";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Field } from "@/components/form/Field";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";

const ENCODINGS = ["json", "form"] as const satisfies readonly Gateway["encoding"][];

/** How a gateway wants to be spoken to. */
export function GatewayFields() {
  const { t } = useTranslation();
  return (
    <>
      <PlainField
        name="choice.url"
        type="url"
        label={t("sms.url")}
        hint={t("sms.urlHint")}
        placeholder="https://sms.example.org/send"
      />
      <ChoiceField name="choice.encoding" label={t("sms.encoding")}>
        {ENCODINGS.map((name) => (
          <option key={name} value={name}>
            {t(`sms.encodings.${name}`)}
          </option>
        ))}
      </ChoiceField>
      <Lines name="choice.fields" label={t("sms.fields")} hint={t("sms.fieldsHint")} />
      <Lines name="choice.headers" label={t("sms.headers")} hint={t("sms.headersHint")} />
    </>
  );
}

function Lines({ name, label, hint }: { name: string; label: string; hint: string }) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(wiring) => (
        <textarea {...wiring} rows={3} spellCheck={false} className={inputStyle("h-auto py-2.5 font-mono text-sm!")} />
      )}
    </Field>
  );
}
