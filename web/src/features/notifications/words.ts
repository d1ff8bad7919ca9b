import type { LinkProps } from "@tanstack/react-router";
import {
  KeyRound,
  ListCheck,
  ListVideo,
  Plug,
  ShieldCheck,
  Unlink,
  Unplug,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import { deviceName } from "@/features/security/deviceName";
import type { MessageKey, Translate } from "@/i18n/i18n";
import { watchlistAddress } from "@/lib/addresses";
import type { Notification } from "./queries";

type Data = Notification["data"];

interface Words {
  icon: LucideIcon;
  /** Where it leads. */
  link: (data: Data) => LinkProps;
  say: (t: Translate, data: Data) => string;
  /** What may be done there, as long as it is new. */
  then?: MessageKey;
  /** What this kind is about, where somebody chooses. */
  about: MessageKey;
}

const WORDS = {
  "user.joined": {
    icon: UserPlus,
    link: () => ({ to: "/users" }),
    say: (t, { name = "" }) => t("bell.joined", { name }),
    about: "bell.about.joined",
  },
  "role.changed": {
    icon: ShieldCheck,
    link: () => ({ to: "/me" }),
    say: (t, { role = "" }) => t("bell.role", { role }),
    about: "bell.about.role",
  },
  "session.new": {
    icon: KeyRound,
    link: () => ({ to: "/me/security" }),
    say: (t, { device = "", address = "" }) =>
      t("bell.session", { device: deviceName(String(device)) || t("bell.someDevice"), address }),
    then: "bell.then.session",
    about: "bell.about.session",
  },
  "connection.down": {
    icon: Unplug,
    link: () => ({ to: "/connections" }),
    say: (t, { title = "" }) => t("bell.down", { title }),
    then: "bell.then.down",
    about: "bell.about.down",
  },
  "connection.up": {
    icon: Plug,
    link: () => ({ to: "/connections" }),
    say: (t, { title = "" }) => t("bell.up", { title }),
    about: "bell.about.up",
  },
  "list.invited": {
    icon: ListVideo,
    link: () => ({ to: "/watchlists" }),
    say: (t, { name = "", list = "" }) => t("bell.invited", { name, list: apart(list) }),
    then: "bell.then.invited",
    about: "bell.about.invited",
  },
  "list.joined": {
    icon: ListCheck,
    link: ({ listId }) => watchlistAddress(Number(listId)),
    say: (t, { name = "", list = "" }) => t("bell.listJoined", { name, list: apart(list) }),
    about: "bell.about.listJoined",
  },
  "trakt.lost": {
    icon: Unlink,
    link: () => ({ to: "/me/services" }),
    say: (t) => t("bell.traktLost"),
    then: "bell.then.traktLost",
    about: "bell.about.traktLost",
  },
} satisfies Record<string, Words>;

/** A name within a sentence, from whichever side either is read. */
function apart(name: string | number): string {
  return `\u2068${name}\u2069`;
}

type Kind = keyof typeof WORDS;

/** Whether this client has words for it: a newer server may tell more. */
export function isKnown<T extends { kind: string }>(told: T): told is T & { kind: Kind } {
  return told.kind in WORDS;
}

export function wordsOf(kind: Kind): Words {
  return WORDS[kind];
}
