import { useState } from "react";
import { api, body } from "@/api/client";
import type { Person, PersonChange } from "@/api/types";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Saved } from "@/components/form/Saved";
import { Submit } from "@/components/form/Submit";
import { OpenSheet } from "@/components/organisms/Sheet";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { changeOf } from "./change";
import { PersonDeeds } from "./PersonDeeds";
import { PersonFields } from "./PersonFields";
import { EVERYBODY } from "./queries";

/** What an administrator may do about one person. */
export function PersonSheet({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const me = useMe();
  const [saved, setSaved] = useState(0);
  const save = async (change: PersonChange) => {
    const params = { path: { user_id: person.id } };
    await body(api.PATCH("/api/v1/users/{user_id}", { params, body: change }));
    setSaved(Date.now());
    await again(EVERYBODY);
  };
  return (
    <OpenSheet title={person.displayName || person.username} closeLabel={t("dialog.close")} close={close}>
      <p className="text-sm text-muted wrap-anywhere">
        {person.username} · {person.email}
      </p>
      <Form className="space-y-6" deed={(values) => save(changeOf(values))}>
        <FormComplaint />
        <PersonFields person={person} self={me?.id === person.id} />
        <div className="flex items-center gap-4">
          <Submit>{t("form.save")}</Submit>
          <Saved at={saved} />
        </div>
      </Form>
      {me?.id !== person.id && <PersonDeeds person={person} close={close} />}
    </OpenSheet>
  );
}
