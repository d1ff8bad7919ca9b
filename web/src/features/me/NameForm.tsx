import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import type { Me } from "@/api/types";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Saved } from "@/components/form/Saved";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { meQuery } from "./queries";

export function NameForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(0);
  return (
    <Form
      className="mt-7 space-y-5"
      deed={async ({ displayName = "" }) => {
        const changed = await body(api.PATCH("/api/v1/me", { body: { displayName: displayName.trim() } }));
        queryClient.setQueryData(meQuery().queryKey, changed);
        setSaved(Date.now());
      }}
    >
      <FormComplaint />
      <TextField
        name="displayName"
        label={t("profile.displayName")}
        hint={t("profile.username", { username: me.username })}
        defaultValue={me.displayName}
        maxLength={80}
        autoComplete="nickname"
      />
      <div className="flex items-center gap-4">
        <Submit>{t("form.save")}</Submit>
        <Saved at={saved} />
      </div>
    </Form>
  );
}
