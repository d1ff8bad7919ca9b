import { useState } from "react";
import { zNewPassword } from "@/api/bodies/zod.gen";
import { api, done } from "@/api/client";
import type { Person } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Save } from "@/components/form/Save";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { EVERYBODY } from "./queries";

/** The graver things: a new password, the end of all sessions, the end of the account. */
export function PersonDeeds({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [sure, setSure] = useState(false);
  const params = { path: { user_id: person.id } };
  const remove = async () => {
    if (!sure) {
      setSure(true);
      return;
    }
    await done(api.DELETE("/api/v1/users/{user_id}", { params }));
    close();
    await again(EVERYBODY);
  };
  return (
    <div className="space-y-6 border-t border-line pt-6">
      <Form
        resets
        className="space-y-4"
        schema={zNewPassword}
        deed={(body) => done(api.PUT("/api/v1/users/{user_id}/password", { params, body }))}
      >
        <PasswordField chosen label={t("form.newPassword")} />
        <Save look="soft">{t("users.setPassword")}</Save>
      </Form>
      <div className="flex flex-wrap gap-3">
        <Deed
          deed={async () => {
            await done(api.DELETE("/api/v1/users/{user_id}/sessions", { params }));
          }}
        >
          {t("users.endSessions")}
        </Deed>
        <Deed look="bare" className="text-bad!" deed={remove}>
          {t(sure ? "users.deleteSure" : "users.delete")}
        </Deed>
      </div>
    </div>
  );
}
