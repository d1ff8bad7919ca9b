import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { zAccountSettings } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { AccountSettings } from "@/api/types";
import { ChoiceField } from "@/components/form/ChoiceField";
import { Form } from "@/components/form/Form";
import { Save } from "@/components/form/Save";
import { SwitchField } from "@/components/form/SwitchField";
import { NumberField } from "@/components/form/TextField";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { AgeField } from "./AgeField";
import { accountSettingsQuery } from "./queries";
import { UsersFrame } from "./UsersFrame";

/** Who may join, what visitors see, and how long the audit log is kept. */
export function RulesPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: rules } = useSuspenseQuery(accountSettingsQuery());
  const save = async (wish: AccountSettings) => {
    const changed = await body(api.PUT("/api/v1/settings/accounts", { body: wish }));
    queryClient.setQueryData(accountSettingsQuery().queryKey, changed);
  };
  return (
    <UsersFrame tab="rules">
      <Form className="" schema={zAccountSettings} values={rules} deed={save}>
        <Section title={t("rules.signUp")} hint={t("rules.signUpHint")}>
          <ChoiceField name="signUp" label={t("rules.policy")}>
            {zAccountSettings.shape.signUp.options.map((policy) => (
              <option key={policy} value={policy}>
                {t(`rules.policies.${policy}`)}
              </option>
            ))}
          </ChoiceField>
        </Section>
        <Section title={t("rules.visitors")} hint={t("rules.visitorsHint")}>
          <div className="space-y-6">
            <SwitchField name="visitorsMayLook" label={t("rules.mayLook")} />
            <AgeField name="visitorsAgeCap" kept={rules.visitorsAgeCap} />
            <SwitchField name="visitorsUnrated" label={t("users.unrated")} hint={t("users.unratedHint")} />
          </div>
        </Section>
        <Section title={t("account.audit")} hint={t("rules.auditHint")}>
          <NumberField name="auditDays" label={t("rules.auditDays")} />
        </Section>
        <div className="pb-4">
          <Save />
        </div>
      </Form>
    </UsersFrame>
  );
}
