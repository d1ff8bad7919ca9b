import type { Reason, Recommended } from "@/api/types";
import type { Translate } from "@/i18n/i18n";

/** Said without names. */
const PLAIN = { provider: "provider", taste: "provider", text: "text", decade: "decade", popular: "popular" } as const;

type Why = Pick<Reason | Recommended["reason"], "kind" | "names">;

/** Why a title stands next to another one, in a few words. `list` joins names as the language does. */
export function reasonWords({ kind, names }: Why, t: Translate, list: (words: string[]) => string): string {
  if (kind in PLAIN) return t(`reason.${PLAIN[kind as keyof typeof PLAIN]}`);
  if (names.length === 0) return t("reason.provider");
  return t(`reason.${kind as Exclude<Why["kind"], keyof typeof PLAIN>}`, { names: list(names.slice(0, 2)) });
}
