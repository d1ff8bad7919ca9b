import { useState } from "react";
import * as z from "zod/mini";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  /** What an address must be like. */
  whom: z.ZodMiniType<string, string>;
  label: string;
  type: "email" | "tel";
  to: string;
  /** Sends one message; throws what the service says when it does not take it. */
  send: (to: string) => Promise<unknown>;
}

/** Tries the settings that are kept, with one real message. */
export function TestForm({ whom, label, type, to, send }: Props) {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState("");
  return (
    <Form
      className="mt-7 space-y-3 border-t border-dashed border-line pt-5"
      schema={z.object({ to: whom })}
      values={{ to }}
      deed={async (trial) => {
        setSentTo("");
        await send(trial.to);
        setSentTo(trial.to);
      }}
    >
      {sentTo && <Notice look="good">{t("services.sent", { to: sentTo })}</Notice>}
      <div className="flex flex-wrap items-end gap-3">
        <TextField className="min-w-56 flex-1" name="to" type={type} label={label} />
        <Submit look="soft">{t("services.test")}</Submit>
      </div>
    </Form>
  );
}
