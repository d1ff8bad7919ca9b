import * as z from "zod/mini";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";

const schema = z.object({ name: z.string().check(z.minLength(1), z.maxLength(100)) });

interface Props {
  title: string;
  detail?: string;
  /** The name it has, or a first suggestion. */
  name: string;
  submit: string;
  deed: (name: string) => Promise<void>;
  close: () => void;
}

/** Asks what something is to be called. */
export function NameDialog({ title, detail, name, submit, deed, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal title={title} detail={detail} close={close}>
      <Form
        schema={schema}
        values={{ name }}
        deed={async (chosen) => {
          await deed(chosen.name);
          close();
        }}
      >
        <TextField name="name" label={t("form.name")} />
        <Submit className="w-full">{submit}</Submit>
      </Form>
    </Modal>
  );
}
