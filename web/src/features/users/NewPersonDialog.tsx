import * as z from "zod/mini";
import { zNewPerson, zRole } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { newcomer } from "@/features/auth/newcomer";
import { NewNameField } from "@/features/auth/NewNameField";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { EVERYBODY } from "./queries";
import { RoleField } from "./RoleField";

const schema = z.extend(zNewPerson, newcomer.shape);

/** Makes an account for somebody. */
export function NewPersonDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Modal title={t("users.make")} detail={t("users.makeHint")} close={close}>
      <Form
        schema={schema}
        values={{ role: "member" }}
        deed={async (person) => {
          await body(api.POST("/api/v1/users", { body: person }));
          close();
          await again(EVERYBODY);
        }}
      >
        <NewNameField autoComplete="off" />
        <PlainField name="email" type="email" label={t("form.email")} autoComplete="off" />
        <PasswordField chosen />
        <RoleField roles={zRole.options} />
        <Submit className="w-full">{t("users.make")}</Submit>
      </Form>
    </Modal>
  );
}
