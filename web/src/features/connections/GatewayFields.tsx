import type { Gateway } from "@/api/types";
import { Field, inputStyle } from "@/components/form/Field";
import { PlainField } from "@/components/form/TextField";
import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { linesOf } from "./pairs";

export const ENCODINGS = ["json", "form"] as const satisfies readonly Gateway["encoding"][];
const FIELDS = { to: "{to}", text: "{text}" };

/** How a gateway wants to be spoken to. */
export function GatewayFields({ kept }: { kept: Gateway | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <PlainField
        name="url"
        type="url"
        label={t("sms.url")}
        hint={t("sms.urlHint")}
        defaultValue={kept?.url}
        required
        placeholder="https://sms.example.org/send"
      />
      <SelectField name="encoding" label={t("sms.encoding")} defaultValue={kept?.encoding}>
        {ENCODINGS.map((name) => (
          <option key={name} value={name}>
            {t(`sms.encodings.${name}`)}
          </option>
        ))}
      </SelectField>
      <Lines name="fields" label={t("sms.fields")} hint={t("sms.fieldsHint")} lines={linesOf(kept?.fields ?? FIELDS)} />
      <Lines name="headers" label={t("sms.headers")} hint={t("sms.headersHint")} lines={linesOf(kept?.headers)} />
    </>
  );
}

function Lines({ name, label, hint, lines }: { name: string; label: string; hint: string; lines: string }) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={3}
          spellCheck={false}
          defaultValue={lines}
          className={inputStyle("h-auto py-2.5 font-mono text-sm!")}
        />
      )}
    </Field>
  );
}
