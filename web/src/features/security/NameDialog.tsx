import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";

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
        deed={async ({ name: chosen = "" }) => {
          await deed(chosen.trim());
          close();
        }}
      >
        <FormComplaint />
        <TextField name="name" label={t("form.name")} defaultValue={name} required maxLength={100} />
        <Submit className="w-full">{submit}</Submit>
      </Form>
    </Modal>
  );
}
