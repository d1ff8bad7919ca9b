import { useState } from "react";
import * as z from "zod/mini";
import { ChoiceField } from "@/components/form/ChoiceField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField, TextField } from "@/components/form/TextField";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { AUDIT_ACTIONS } from "./actions";
import { parseAuditFilters, type AuditFilters } from "./filters";

const schema = z.object({ actor: z.string(), action: z.string(), since: z.string(), until: z.string() });

interface Props {
  filters: AuditFilters;
  change: (filters: AuditFilters) => void;
}

/** Narrows the log; takes effect when asked to, since each key of a name would be another search. */
export function AuditFields({ filters, change }: Props) {
  const { t } = useTranslation();
  const [cleared, setCleared] = useState(0);
  return (
    <Form
      key={cleared}
      className="my-7 grid grid-cols-2 items-end gap-x-4 gap-y-3 lg:grid-cols-[1fr_1fr_10rem_10rem_auto]"
      schema={schema}
      values={filters}
      deed={(wish) => {
        change(parseAuditFilters(wish));
        return Promise.resolve();
      }}
    >
      <PlainField name="actor" label={t("audit.actor")} />
      <ChoiceField name="action" label={t("audit.action")}>
        <option value="">{t("audit.anything")}</option>
        {AUDIT_ACTIONS.map((action) => (
          <option key={action} value={action}>
            {t(`audit.actions.${action}`)}
          </option>
        ))}
      </ChoiceField>
      <TextField name="since" type="date" label={t("audit.since")} />
      <TextField name="until" type="date" label={t("audit.until")} />
      <div className="col-span-2 flex gap-2 lg:col-span-1">
        <Submit look="soft">{t("audit.filter")}</Submit>
        {Object.keys(filters).length > 0 && (
          <button
            type="button"
            className={buttonStyle("bare", "px-4")}
            onClick={() => {
              change({});
              setCleared(cleared + 1);
            }}
          >
            {t("browse.clear")}
          </button>
        )}
      </div>
    </Form>
  );
}
