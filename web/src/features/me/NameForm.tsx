import { useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { zProfileChange } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { Me } from "@/api/types";
import { Form } from "@/components/form/Form";
import { Save } from "@/components/form/Save";
import { TextField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { meQuery } from "./queries";

const schema = z.pick(zProfileChange, { displayName: true });

export function NameForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return (
    <Form
      className="mt-7 space-y-5"
      schema={schema}
      values={{ displayName: me.displayName }}
      deed={async (change) => {
        const changed = await body(api.PATCH("/api/v1/me", { body: change }));
        queryClient.setQueryData(meQuery().queryKey, changed);
      }}
    >
      <TextField
        name="displayName"
        label={t("profile.displayName")}
        hint={t("profile.username", { username: me.username })}
        autoComplete="nickname"
      />
      <Save />
    </Form>
  );
}
