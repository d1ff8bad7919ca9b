import { Link } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import * as z from "zod/mini";
import { zAuthBaseSignup } from "@/api/bodies/zod.gen";
import { api } from "@/api/client";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { InvitationField } from "./InvitationField";
import { newcomer } from "./newcomer";
import { NewNameField } from "./NewNameField";
import type { WayBack } from "@/lib/returnAddress";
import { useSteps } from "./useSteps";

const open = z.extend(zAuthBaseSignup, newcomer.shape);
const byInvitation = z.extend(open, { invitation: filled.check(z.maxLength(64)) });

interface Props extends WayBack {
  /** The code of the link that somebody came by. */
  invitation?: string;
  /** Nobody gets an account without an invitation. */
  invited: boolean;
  /** Letters leave the house. */
  sendsMail: boolean;
}

export function SignUpPage({ invitation, invited, sendsMail, next }: Props) {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage
      icon={UserPlus}
      title={t("signUp.title")}
      intro={t(invitation ? "signUp.invited" : invited ? "form.errors.invitation_needed" : "signUp.intro")}
    >
      <Form
        schema={invited ? byInvitation : open}
        values={{ invitation }}
        deed={(body) => take(api.POST("/api/v1/auth/browser/v1/auth/signup", { body }))}
      >
        <NewNameField />
        <PlainField
          name="email"
          type="email"
          label={t("form.email")}
          hint={t(sendsMail ? "signUp.emailHint" : "signUp.noMailHint")}
          autoComplete="email"
        />
        <PasswordField chosen />
        <InvitationField given={invitation !== undefined} />
        <Submit className="w-full">{t("signUp.submit")}</Submit>
      </Form>
      <p className="mt-6 text-center text-sm text-muted">
        {t("signUp.already")}{" "}
        <Link to="/sign-in" search={{ next }} className="font-semibold text-ink underline underline-offset-4">
          {t("signIn.title")}
        </Link>
      </p>
    </AdmissionPage>
  );
}
