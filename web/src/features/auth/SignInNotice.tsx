import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";
import { stepQuery } from "./queries";

/** Why somebody is on the sign-in page, where there is more to say than that they want in. */
export function SignInNotice() {
  const { t } = useTranslation();
  const { data: step } = useQuery({ ...stepQuery(), enabled: false }); // only what the last step has left
  if (step?.name !== "signed-out" || !step.note) return null;
  return (
    <div className="mb-5">
      <Notice look={step.note === "start-over" ? "warn" : "good"}>{t(`signIn.notes.${step.note}`)}</Notice>
    </div>
  );
}
