import { zNewMember } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { membersQuery } from "./queries";

/** Invites somebody by the name that they sign in with. */
export function InviteForm({ id }: { id: number }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Form
      resets
      className="mt-5 space-y-4"
      schema={zNewMember}
      values={{ username: "", mayEdit: false }}
      deed={async (wish) => {
        const params = { path: { watchlist_id: id } };
        await body(api.POST("/api/v1/watchlists/{watchlist_id}/members", { params, body: wish }));
        await again(membersQuery(id));
      }}
    >
      <PlainField name="username" label={t("form.username")} hint={t("lists.inviteHint")} autoComplete="off" />
      <SwitchField name="mayEdit" label={t("lists.mayEdit")} hint={t("lists.mayEditHint")} />
      <Submit look="soft">{t("lists.invite")}</Submit>
    </Form>
  );
}
