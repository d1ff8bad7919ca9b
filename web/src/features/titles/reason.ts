import type { Translate } from "@/i18n/i18n";
import type { Reason } from "@/api/types";

/** Why a title stands next to another one, in a few words. `list` joins names as the language does. */
export function reasonWords({ kind, names }: Reason, t: Translate, list: (words: string[]) => string): string {
  return kind === "provider" || names.length === 0
    ? t("reason.provider")
    : t(`reason.${kind}`, { names: list(names.slice(0, 2)) });
}
