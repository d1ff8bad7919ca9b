import { KeyRound, Plug, ShieldCheck, Unplug, UserPlus, type LucideIcon } from "lucide-react";
import { deviceName } from "@/features/security/deviceName";
import type { Translate } from "@/i18n/i18n";
import type { Notification } from "./queries";

type Data = Notification["data"];

interface Words {
  icon: LucideIcon;
  /** Where it leads. */
  to: "/users" | "/me" | "/me/security" | "/connections";
  say: (t: Translate, data: Data) => string;
}

const WORDS = {
  "user.joined": {
    icon: UserPlus,
    to: "/users",
    say: (t, { name = "" }) => t("bell.joined", { name }),
  },
  "role.changed": {
    icon: ShieldCheck,
    to: "/me",
    say: (t, { role = "" }) => t("bell.role", { role }),
  },
  "session.new": {
    icon: KeyRound,
    to: "/me/security",
    say: (t, { device = "", address = "" }) =>
      t("bell.session", { device: deviceName(String(device)) || t("bell.someDevice"), address }),
  },
  "connection.down": {
    icon: Unplug,
    to: "/connections",
    say: (t, { title = "" }) => t("bell.down", { title }),
  },
  "connection.up": {
    icon: Plug,
    to: "/connections",
    say: (t, { title = "" }) => t("bell.up", { title }),
  },
} satisfies Record<string, Words>;

type Kind = keyof typeof WORDS;

/** Whether this client has words for it: a newer server may tell more. */
export function isKnown(told: Notification): told is Notification & { kind: Kind } {
  return told.kind in WORDS;
}

export function wordsOf(kind: Kind): Words {
  return WORDS[kind];
}
