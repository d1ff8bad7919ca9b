import { useSuspenseQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Switch } from "@/components/atoms/Switch";
import { useTranslation } from "@/i18n/i18n";
import { preferencesQuery, usePrefer } from "./preferences";
import { isKnown, wordsOf } from "./words";

/** Which kinds of things somebody wants to be told; those about the safety of their account always. */
export function PreferencesSection() {
  const { data } = useSuspenseQuery(preferencesQuery());
  const prefer = usePrefer();
  return (
    <ul className="divide-y divide-line/70">
      {data.items.filter(isKnown).map(({ kind, inApp, always }) => (
        <Choice
          key={kind}
          kind={kind}
          on={inApp}
          always={always}
          choose={(on) => {
            prefer(kind, on);
          }}
        />
      ))}
    </ul>
  );
}

interface Props {
  kind: Parameters<typeof wordsOf>[0];
  on: boolean;
  always: boolean;
  choose: (on: boolean) => void;
}

function Choice({ kind, on, always, choose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { icon: Icon, about } = wordsOf(kind);
  return (
    <li className="flex min-h-14 items-center gap-4 py-2">
      <Icon aria-hidden className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <div className="min-w-0 grow">
        <label htmlFor={id} className="text-sm font-semibold">
          {t(about)}
        </label>
        {always && (
          <p id={`${id}-hint`} className="mt-0.5 text-2xs text-muted">
            {t("bell.always")}
          </p>
        )}
      </div>
      <Switch
        id={id}
        checked={on}
        aria-disabled={always}
        aria-describedby={always ? `${id}-hint` : undefined}
        className={always ? "cursor-not-allowed opacity-45" : undefined}
        onChange={({ currentTarget }) => {
          if (!always) choose(currentTarget.checked);
        }}
      />
    </li>
  );
}
