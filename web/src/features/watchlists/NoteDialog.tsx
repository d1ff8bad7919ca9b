import { zItemChange } from "@/api/bodies/zod.gen";
import { AreaField } from "@/components/form/AreaField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import type { ListDeeds } from "./useListDeeds";
import type { Placed } from "./order";

interface Props {
  item: Placed;
  annotate: ListDeeds["annotate"];
  close: () => void;
}

/** What there is to say about a title in this list. */
export function NoteDialog({ item, annotate, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal title={t("lists.noteOn", { name: item.title.title })} close={close}>
      <Form
        schema={zItemChange}
        values={{ note: item.note }}
        deed={({ note }) => {
          annotate(item, note ?? "");
          close();
          return Promise.resolve();
        }}
      >
        <AreaField name="note" label={t("lists.note")} hint={t("lists.noteHint")} />
        <Submit className="w-full">{t("form.save")}</Submit>
      </Form>
    </Modal>
  );
}
