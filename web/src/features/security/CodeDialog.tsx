import type { Call } from "@/api/client";
import { answered } from "@/features/auth/answer";
import { oneCode } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  title: string;
  detail: string;
  confirm: (code: string) => Call;
  close: () => void;
}

/** Asks for the code that was just sent to an address or a number. */
export function CodeDialog({ title, detail, confirm, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal title={title} detail={detail} close={close}>
      <Form
        schema={oneCode}
        aliases={{ key: "code" }}
        deed={async ({ code }) => {
          await answered(confirm(code));
          close();
        }}
      >
        <CodeField label={t("code.label")} />
        <Submit className="w-full">{t("code.confirm")}</Submit>
      </Form>
    </Modal>
  );
}
