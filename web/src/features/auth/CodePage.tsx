import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Call } from "@/api/client";
import { oneCode } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { ResendButton } from "./ResendButton";
import { useSteps } from "./useSteps";

interface Props {
  icon: LucideIcon;
  title: string;
  intro: ReactNode;
  /** Hands in the code. */
  confirm: (code: string) => Call;
  /** Asks for another one. */
  resend: () => Call;
}

/** A step that waits for a code that was sent. */
export function CodePage({ icon, title, intro, confirm, resend }: Props) {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage icon={icon} title={title} intro={intro}>
      <Form schema={oneCode} deed={({ code }) => take(confirm(code))} aliases={{ key: "code" }}>
        <CodeField label={t("code.label")} hint={t("code.hint")} />
        <Submit className="w-full">{t("code.confirm")}</Submit>
      </Form>
      <ResendButton resend={resend} />
    </AdmissionPage>
  );
}
