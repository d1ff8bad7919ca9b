import * as z from "zod/mini";
import { zGateway, zSmsChange, zTrial, zTwilio } from "@/api/bodies/zod.gen";
import { api, body, done } from "@/api/client";
import type { SmsSettings } from "@/api/types";
import { PlainField } from "@/components/form/TextField";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { GatewayFields } from "./GatewayFields";
import { linesOf, pairsOf } from "./pairs";
import { connectionsQuery } from "./queries";
import { ServiceForm } from "./ServiceForm";
import { smsQuery } from "./settingsQueries";
import { TestForm } from "./TestForm";
import { useTrial } from "./useTrial";

const lines = z.pipe(z.string(), z.transform(pairsOf));
const schema = z.extend(zSmsChange, {
  choice: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("folder") }),
    z.extend(zTwilio, { kind: z.literal("twilio") }),
    z.extend(zGateway, { kind: z.literal("gateway"), url: z.url(), fields: lines, headers: lines }),
  ]),
});
const usual = { fields: { to: "{to}", text: "{text}" }, headers: {} };

/** How text messages leave the house. */
export function SmsForm({ settings: { choice: kept, hasSecret } }: { settings: SmsSettings }) {
  const { t } = useTranslation();
  const again = useAgain();
  const trial = useTrial("sms");
  const me = useMe();
  const { fields, headers } = { ...usual, ...kept };
  const text = { fields: linesOf(fields), headers: linesOf(headers) };
  return (
    <>
      <ServiceForm
        schema={schema}
        values={{ choice: { ...kept, ...text, ...(kept.kind === "folder" && { sender: "" }) } }}
        deed={async (change) => {
          await body(api.PUT("/api/v1/settings/sms", { body: change }));
          await again(smsQuery(), connectionsQuery());
        }}
        kinds={{
          folder: t("sms.kinds.folder"),
          twilio: t("sms.kinds.twilio"),
          gateway: t("sms.kinds.gateway"),
        }}
        kept={kept.kind}
        hasSecret={hasSecret}
        sender="+4930123456"
        secret={() => t("sms.secret")}
      >
        {(kind) =>
          kind === "twilio" ? (
            <PlainField name="choice.accountSid" label={t("sms.accountSid")} placeholder="AC…" />
          ) : (
            <GatewayFields />
          )
        }
      </ServiceForm>
      <TestForm
        whom={zTrial.shape.to}
        type="tel"
        label={t("mail.testTo")}
        to={me?.phone ?? ""}
        send={(to) => trial(() => done(api.POST("/api/v1/settings/sms/test", { body: { to } })))}
      />
    </>
  );
}
