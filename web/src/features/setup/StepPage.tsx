import { Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import { AdmissionPage } from "@/features/auth/AdmissionPage";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { STEPS, type SetupStep } from "./steps";

interface Props {
  step: SetupStep;
  title: string;
  intro: ReactNode;
  children: ReactNode;
}

/** One step of the first run: which of how many, and what is to be done. */
export function StepPage({ step, title, intro, children }: Props) {
  return (
    <AdmissionPage icon={Sparkles} title={title} intro={intro} above={<Progress step={step} />}>
      {children}
    </AdmissionPage>
  );
}

/** A bulb for each step, lit as far as one has come. */
function Progress({ step }: { step: SetupStep }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(step);
  return (
    <p className="mb-3 flex items-center gap-3 text-2xs font-semibold text-muted">
      <span aria-hidden className="flex gap-1.5">
        {STEPS.map((one, index) => (
          <span
            key={one}
            className={cx("h-1.5 w-6 rounded-full transition-colors", index <= at ? "bg-accent" : "bg-ink/12")}
          />
        ))}
      </span>
      {t("firstRun.step", { step: at + 1, count: STEPS.length })}
    </p>
  );
}
