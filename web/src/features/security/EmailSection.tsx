import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { api, done } from "@/api/client";
import type { EmailAddress } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { emailAddress } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { Loaded } from "@/components/organisms/Loaded";
import { Badge } from "@/components/atoms/Badge";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { setupQuery } from "@/features/auth/queries";
import { meQuery } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { CodeDialog } from "./CodeDialog";
import { emailsQuery } from "./queries";

const schema = z.object({ email: emailAddress });
const ADDRESS = "/api/v1/auth/browser/v1/account/email";

/** E-mail addresses: one is the main one, and each counts once it is verified. */
export function EmailSection() {
  const { t } = useTranslation();
  const again = useAgain();
  const emails = useQuery(emailsQuery());
  const { data: house } = useQuery(setupQuery());
  const [verifying, setVerifying] = useState("");
  return (
    <Section title={t("emails.title")} hint={t("emails.hint")}>
      <Loaded of={emails}>
        {(list) => (
          <Rows>
            {list.map((address) => (
              <EmailRow key={address.email} address={address} verify={setVerifying} />
            ))}
          </Rows>
        )}
      </Loaded>
      <Form
        resets
        className="mt-5 space-y-3"
        schema={schema}
        deed={async ({ email }) => {
          await done(api.POST(ADDRESS, { body: { email } }));
          setVerifying(email);
          await again(emailsQuery());
        }}
      >
        <div className="flex flex-wrap items-end gap-3">
          <PlainField
            className="min-w-56 flex-1"
            name="email"
            type="email"
            label={t("emails.another")}
            autoComplete="email"
          />
          <Submit look="soft">{t("emails.add")}</Submit>
        </div>
      </Form>
      {verifying && (
        <CodeDialog
          title={t("verifyEmail.title")}
          detail={t(house?.sendsMail === false ? "emails.noMail" : "emails.codeSent", { email: verifying })}
          confirm={(key) => api.POST("/api/v1/auth/browser/v1/auth/email/verify", { body: { key } })}
          close={() => {
            setVerifying("");
            void again(emailsQuery(), meQuery());
          }}
        />
      )}
    </Section>
  );
}

function EmailRow({ address, verify }: { address: EmailAddress; verify: (email: string) => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const { email, primary, verified } = address;
  const send = async () => {
    await done(api.PUT(ADDRESS, { body: { email } }));
    verify(email);
  };
  const choose = async () => {
    await done(api.PATCH(ADDRESS, { body: { email, primary: true } }));
    await again(emailsQuery(), meQuery());
  };
  const remove = async () => {
    await done(api.DELETE(ADDRESS, { body: { email } }));
    await again(emailsQuery());
  };
  return (
    <Row
      title={email}
      badges={
        <>
          {primary && <Badge>{t("emails.primary")}</Badge>}
          <Badge look={verified ? "good" : "warn"}>{t(verified ? "emails.verified" : "emails.unverified")}</Badge>
        </>
      }
    >
      {!verified && (
        <Deed look="bare" className="px-3" label={t("emails.verifyThis", { email })} deed={send}>
          {t("emails.verify")}
        </Deed>
      )}
      {verified && !primary && (
        <Deed look="bare" className="px-3" label={t("emails.makePrimaryThis", { email })} deed={choose}>
          {t("emails.makePrimary")}
        </Deed>
      )}
      {!primary && (
        <Deed look="bare" className="px-3" label={t("rows.removeThis", { name: email })} deed={remove}>
          {t("rows.remove")}
        </Deed>
      )}
    </Row>
  );
}
