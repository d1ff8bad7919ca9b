import { useState } from "react";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  label: string;
  type: "email" | "tel";
  to: string;
  /** Sends one message; throws what the service says when it does not take it. */
  send: (to: string) => Promise<unknown>;
}

/** Tries the settings that are kept, with one real message. */
export function TestForm({ label, type, to, send }: Props) {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState("");
  return (
    <Form
      className="mt-7 space-y-3 border-t border-dashed border-line pt-5"
      deed={async ({ to: whom = "" }) => {
        setSentTo("");
        await send(whom.trim());
        setSentTo(whom.trim());
      }}
    >
      <FormComplaint />
      {sentTo && <Notice look="good">{t("services.sent", { to: sentTo })}</Notice>}
      <div className="flex flex-wrap items-end gap-3">
        <TextField className="min-w-56 flex-1" name="to" type={type} label={label} defaultValue={to} required />
        <Submit look="soft">{t("services.test")}</Submit>
      </div>
    </Form>
  );
}
