import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import type { Import } from "./queries";

/** How far the worker is. How much there is to read is only known at the end of the file. */
export function ImportProgress({ run: { state, read, counts } }: { run: Import }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [done, all] =
    state === "undoing"
      ? [counts.undone + counts.kept, counts.undone + counts.kept + counts.applied]
      : [counts.applied, counts.applied + counts.matched];
  const label = t(`imports.states.${state}`);
  return (
    <div className="max-w-xl">
      <p role="status" className="mb-2 text-sm text-muted">
        {state === "reading"
          ? t("imports.readSoFar", { count: read })
          : t("imports.doneSoFar", { label, done: number(done), all: number(all) })}
      </p>
      <progress
        aria-label={label}
        className="block h-2 w-full accent-accent"
        {...(state === "reading" ? {} : { value: done, max: Math.max(all, 1) })}
      />
    </div>
  );
}
