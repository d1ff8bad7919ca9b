import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import type { AccountSettings } from "@/api/types";
import { Form, type Values } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Saved } from "@/components/form/Saved";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { TextField } from "@/components/form/TextField";
import { Section } from "@/components/molecules/Section";
import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { AgeField } from "./AgeField";
import { accountSettingsQuery } from "./queries";
import { UsersFrame } from "./UsersFrame";

const POLICIES = ["open", "invited", "closed"] as const satisfies readonly AccountSettings["signUp"][];

/** Who may join, what visitors see, and how long the audit log is kept. */
export function RulesPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: rules } = useSuspenseQuery(accountSettingsQuery());
  const [saved, setSaved] = useState(0);
  const save = async (values: Values) => {
    const changed = await body(api.PUT("/api/v1/settings/accounts", { body: rulesOf(values) }));
    queryClient.setQueryData(accountSettingsQuery().queryKey, changed);
    setSaved(Date.now());
  };
  return (
    <UsersFrame tab="rules">
      <Form className="" deed={save}>
        <Section title={t("rules.signUp")} hint={t("rules.signUpHint")}>
          <SelectField name="signUp" label={t("rules.policy")} defaultValue={rules.signUp}>
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`rules.policies.${policy}`)}
              </option>
            ))}
          </SelectField>
        </Section>
        <Section title={t("rules.visitors")} hint={t("rules.visitorsHint")}>
          <div className="space-y-6">
            <SwitchField name="visitorsMayLook" label={t("rules.mayLook")} on={rules.visitorsMayLook} />
            <AgeField name="visitorsAgeCap" age={rules.visitorsAgeCap} />
            <SwitchField
              name="visitorsUnrated"
              label={t("users.unrated")}
              hint={t("users.unratedHint")}
              on={rules.visitorsUnrated}
            />
          </div>
        </Section>
        <Section title={t("account.audit")} hint={t("rules.auditHint")}>
          <TextField
            name="auditDays"
            type="number"
            min={1}
            max={36500}
            required
            label={t("rules.auditDays")}
            defaultValue={rules.auditDays}
          />
        </Section>
        <div className="flex items-center gap-4 pb-4">
          <Submit>{t("form.save")}</Submit>
          <Saved at={saved} />
          <FormComplaint />
        </div>
      </Form>
    </UsersFrame>
  );
}

function rulesOf({ signUp, visitorsMayLook, visitorsAgeCap, visitorsUnrated, auditDays }: Values): AccountSettings {
  return {
    signUp: choice(signUp, POLICIES) ?? "closed",
    visitorsMayLook: visitorsMayLook === "on",
    visitorsAgeCap: visitorsAgeCap ? Number(visitorsAgeCap) : null,
    visitorsUnrated: visitorsUnrated === "on",
    auditDays: Number(auditDays),
  };
}
