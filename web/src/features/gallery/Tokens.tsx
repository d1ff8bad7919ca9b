import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { Colours } from "./Colours";
import { Cabinet, Specimen } from "./Specimen";

// Written out, since Tailwind makes only the classes that it reads.
const TYPE = ["text-title", "text-4xl", "text-3xl", "text-2xl", "text-heading", "text-xl"];
const TEXT = ["text-lg", "text-prose", "text-base", "text-sm", "text-2xs", "text-3xs"];
const SPACE = ["w-1", "w-2", "w-3", "w-4", "w-6", "w-8", "w-12", "w-16"];
const CORNERS = ["rounded-mark", "rounded-paper", "rounded-inner", "rounded-card", "rounded-screen", "rounded-full"];
const HEIGHTS = ["shadow-lift", "shadow-hang", "shadow-float"];
const MOTIONS = ["animate-appear", "animate-fade", "animate-breathe"];

/** What all parts are measured in. */
export function Tokens() {
  const { t } = useTranslation();
  return (
    <Cabinet id="tokens" title={t("gallery.tokens")}>
      <Specimen name={t("gallery.colours")} wide>
        <Colours />
      </Specimen>
      <Specimen name={t("gallery.type")} wide>
        <div className="space-y-4">
          {TYPE.map((step) => (
            <Line key={step} step={step} look={`display ${step}`} />
          ))}
          {TEXT.map((step) => (
            <Line key={step} step={step} look={step} />
          ))}
        </div>
      </Specimen>
      <Specimen name={t("gallery.space")}>
        <ul className="space-y-2">
          {SPACE.map((step) => (
            <li key={step} className="flex items-center gap-3">
              <code className="w-10 text-2xs text-muted">{step.slice(2)}</code>
              <span className={`h-3 rounded-mark bg-accent ${step}`} />
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name={t("gallery.radius")}>
        <Blocks looks={CORNERS} />
      </Specimen>
      <Specimen name={t("gallery.height")}>
        <Blocks looks={HEIGHTS} />
      </Specimen>
      <Specimen name={t("gallery.motion")}>
        <p className="mb-3 text-2xs text-muted">{t("gallery.motionHint")}</p>
        <div className="flex flex-wrap gap-3">
          {MOTIONS.map((look) => (
            <Motion key={look} look={look} />
          ))}
        </div>
      </Specimen>
    </Cabinet>
  );
}

function Line({ step, look }: { step: string; look: string }) {
  const { t } = useTranslation();
  return (
    <div className="grid items-baseline gap-x-6 gap-y-1 md:grid-cols-[8rem_minmax(0,1fr)]">
      <code className="text-2xs text-muted">{step}</code>
      <p className={look}>{t("gallery.sample")}</p>
    </div>
  );
}

function Blocks({ looks }: { looks: string[] }) {
  return (
    <div className="flex flex-wrap gap-5">
      {looks.map((look) => (
        <div key={look} className="w-20">
          <span className={`block h-16 border border-line bg-raised ${look}`} />
          <code className="mt-2 block text-2xs text-muted">{look.replace(/^(rounded|shadow)-/, "")}</code>
        </div>
      ))}
    </div>
  );
}

function Motion({ look }: { look: string }) {
  const [times, setTimes] = useState(0);
  return (
    <button
      type="button"
      className="rounded-card bg-raised p-4"
      onClick={() => {
        setTimes(times + 1);
      }}
    >
      <span key={times} className={`block size-10 rounded-paper bg-accent ${look}`} />
      <code className="mt-2 block text-2xs text-muted">{look.replace("animate-", "")}</code>
    </button>
  );
}
