import * as z from "zod/mini";
import { zMailChange, zSendGrid, zSmtp } from "@/api/bodies/zod.gen";
import { api, body, done } from "@/api/client";
import type { MailSettings } from "@/api/types";
import { emailAddress, filled } from "@/components/form/checks";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { connectionsQuery } from "./queries";
import { ServiceForm } from "./ServiceForm";
import { mailQuery } from "./settingsQueries";
import { SmtpFields } from "./SmtpFields";
import { TestForm } from "./TestForm";
import { useTrial } from "./useTrial";

const schema = z.extend(zMailChange, {
  choice: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("folder") }),
    z.extend(zSmtp, { kind: z.literal("smtp"), sender: filled }),
    z.extend(zSendGrid, { kind: z.literal("sendgrid"), sender: filled }),
  ]),
});

/** How e-mail leaves the house. */
export function MailForm({ settings: { choice: kept, hasSecret } }: { settings: MailSettings }) {
  const { t } = useTranslation();
  const again = useAgain();
  const trial = useTrial("mail");
  const me = useMe();
  return (
    <>
      <ServiceForm
        schema={schema}
        values={{ choice: { port: 587, ...kept, ...(kept.kind === "folder" && { sender: "" }) } }}
        deed={async (change) => {
          await body(api.PUT("/api/v1/settings/mail", { body: change }));
          await again(mailQuery(), connectionsQuery());
        }}
        kinds={{
          folder: t("mail.kinds.folder"),
          smtp: t("mail.kinds.smtp"),
          sendgrid: t("mail.kinds.sendgrid"),
        }}
        kept={kept.kind}
        hasSecret={hasSecret}
        sender="Matinee <matinee@example.org>"
        secret={(kind) => t(kind === "smtp" ? "form.password" : "mail.key")}
      >
        {(kind) => kind === "smtp" && <SmtpFields />}
      </ServiceForm>
      <TestForm
        whom={emailAddress}
        type="email"
        label={t("mail.testTo")}
        to={me?.email ?? ""}
        send={(to) => trial(() => done(api.POST("/api/v1/settings/mail/test", { body: { to } })))}
      />
    </>
  );
}
