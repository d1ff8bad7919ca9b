import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { api, done } from "@/api/client";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Loaded } from "@/components/organisms/Loaded";
import { Badge } from "@/components/atoms/Badge";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { bareNumber } from "@/features/auth/identity";
import { meQuery } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { CodeDialog } from "./CodeDialog";
import { phonesQuery } from "./queries";

const schema = z.object({ phone: filled });

/** A phone number, verified by a code in a text message. */
export function PhoneSection() {
  const { t } = useTranslation();
  const again = useAgain();
  const phones = useQuery(phonesQuery());
  const [verifying, setVerifying] = useState("");
  return (
    <Section title={t("phone.title")} hint={t("phone.hint")}>
      <Loaded of={phones}>
        {(list) =>
          list.length > 0 && (
            <Rows>
              {list.map(({ phone, verified }) => (
                <Row
                  key={phone}
                  title={phone}
                  badges={
                    <Badge look={verified ? "good" : "warn"}>
                      {t(verified ? "emails.verified" : "emails.unverified")}
                    </Badge>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <Form
        resets
        className="mt-5 space-y-3 first:mt-0"
        schema={schema}
        deed={async ({ phone }) => {
          const number = bareNumber(phone);
          await done(api.POST("/api/v1/auth/browser/v1/account/phone", { body: { phone: number } }));
          setVerifying(number);
        }}
      >
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            className="min-w-56 flex-1"
            name="phone"
            type="tel"
            label={t(phones.data?.length ? "phone.new" : "phone.number")}
            placeholder="+49 151 23456789"
            autoComplete="tel"
          />
          <Submit look="soft">{t("phone.sendCode")}</Submit>
        </div>
      </Form>
      {verifying && (
        <CodeDialog
          title={t("verifyPhone.title")}
          detail={t("phone.codeSent", { phone: verifying })}
          confirm={(code) => api.POST("/api/v1/auth/browser/v1/auth/phone/verify", { body: { code } })}
          close={() => {
            setVerifying("");
            void again(phonesQuery(), meQuery());
          }}
        />
      )}
    </Section>
  );
}
