import * as z from "zod/mini";
import { zPersonChange } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { Person, PersonChange } from "@/api/types";
import { Form } from "@/components/form/Form";
import { Save } from "@/components/form/Save";
import { OpenSheet } from "@/components/organisms/Sheet";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { PersonDeeds } from "./PersonDeeds";
import { PersonFields } from "./PersonFields";
import { EVERYBODY } from "./queries";

// Administrators change neither their own role nor whether they are active.
const ofMyself = z.omit(zPersonChange, { role: true, isActive: true });

/** What an administrator may do about one person. */
export function PersonSheet({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const self = useMe()?.id === person.id;
  const save = async (change: PersonChange) => {
    const params = { path: { user_id: person.id } };
    await body(api.PATCH("/api/v1/users/{user_id}", { params, body: change }));
    await again(EVERYBODY);
  };
  return (
    <OpenSheet title={person.displayName || person.username} closeLabel={t("dialog.close")} close={close}>
      <p className="text-sm text-muted wrap-anywhere">
        <bdi>{[person.username, person.email].filter(Boolean).join(" · ")}</bdi>
      </p>
      <Form className="space-y-6" schema={self ? ofMyself : zPersonChange} values={person} deed={save}>
        <PersonFields person={person} self={self} />
        <Save />
      </Form>
      {!self && <PersonDeeds person={person} close={close} />}
    </OpenSheet>
  );
}
