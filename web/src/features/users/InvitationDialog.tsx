import { useState } from "react";
import { api, body } from "@/api/client";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Form, type Values } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Submit } from "@/components/form/Submit";
import { PlainField, TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { useAgain } from "@/lib/useAgain";
import { RoleField } from "./NewPersonDialog";
import { INVITED, invitationsQuery } from "./queries";

/** Makes an invitation and shows its link, this once. */
export function InvitationDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [link, setLink] = useState("");
  const make = async ({ role, email = "", uses, days }: Values) => {
    const wish = {
      role: choice(role, INVITED) ?? "member",
      email: email.trim(),
      uses: Number(uses),
      expiresInDays: Number(days),
    };
    const { code } = await body(api.POST("/api/v1/invitations", { body: wish }));
    setLink(`${window.location.origin}/sign-up?invitation=${encodeURIComponent(code)}`);
    await again(invitationsQuery());
  };
  if (link) {
    return (
      <Modal title={t("invitations.made")} detail={t("invitations.shownOnce")} close={close}>
        <code className="block rounded-card bg-ground px-4 py-3 text-sm wrap-anywhere select-all">{link}</code>
        <div className="mt-5">
          <CopyButton text={link} />
        </div>
      </Modal>
    );
  }
  return (
    <Modal title={t("invitations.make")} close={close}>
      <Form deed={make}>
        <FormComplaint />
        <RoleField roles={INVITED} />
        <PlainField name="email" type="email" label={t("invitations.email")} hint={t("invitations.emailHint")} />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            name="uses"
            type="number"
            min={1}
            max={1000}
            required
            label={t("invitations.uses")}
            defaultValue={1}
          />
          <TextField
            name="days"
            type="number"
            min={1}
            max={365}
            required
            label={t("invitations.days")}
            defaultValue={7}
          />
        </div>
        <Submit className="w-full">{t("invitations.make")}</Submit>
      </Form>
    </Modal>
  );
}
