import { useState } from "react";
import * as z from "zod/mini";
import { zNewInvitation } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import { CopyButton } from "@/components/molecules/CopyButton";
import { emailAddress } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { NumberField, PlainField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { INVITED } from "./filters";
import { invitationsQuery } from "./queries";
import { RoleField } from "./RoleField";

const schema = z.required(z.extend(zNewInvitation, { email: z.union([z.literal(""), emailAddress]) }));
const usual = { role: "member", uses: 1, expiresInDays: 7 } as const;

/** Makes an invitation and shows its link, this once. */
export function InvitationDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [link, setLink] = useState("");
  const make = async (wish: z.output<typeof schema>) => {
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
      <Form schema={schema} values={usual} deed={make}>
        <RoleField roles={INVITED} />
        <PlainField name="email" type="email" label={t("invitations.email")} hint={t("invitations.emailHint")} />
        <div className="grid grid-cols-2 gap-4">
          <NumberField name="uses" label={t("invitations.uses")} />
          <NumberField name="expiresInDays" label={t("invitations.days")} />
        </div>
        <Submit className="w-full">{t("invitations.make")}</Submit>
      </Form>
    </Modal>
  );
}
