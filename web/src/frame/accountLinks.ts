import { linkOptions } from "@tanstack/react-router";
import {
  Activity,
  CalendarDays,
  ChartColumn,
  CircleUser,
  History,
  ListVideo,
  Plug,
  ScrollText,
  ShieldCheck,
  Sparkles,
  Users,
} from "lucide-react";
import type { Role } from "@/api/types";

const OWN = [
  { name: "forYou", icon: Sparkles, link: linkOptions({ to: "/for-you" }) },
  { name: "lists", icon: ListVideo, link: linkOptions({ to: "/watchlists" }) },
  { name: "history", icon: History, link: linkOptions({ to: "/history" }) },
  { name: "calendar", icon: CalendarDays, link: linkOptions({ to: "/calendar" }) },
  { name: "stats", icon: ChartColumn, link: linkOptions({ to: "/stats" }) },
  { name: "activity", icon: Activity, link: linkOptions({ to: "/activity" }) },
  { name: "profile", icon: CircleUser, link: linkOptions({ to: "/me", activeOptions: { exact: true } }) },
  { name: "security", icon: ShieldCheck, link: linkOptions({ to: "/me/security" }) },
] as const;

const OF_ADMINISTRATORS = [
  { name: "users", icon: Users, link: linkOptions({ to: "/users" }) },
  { name: "audit", icon: ScrollText, link: linkOptions({ to: "/audit" }) },
  { name: "connections", icon: Plug, link: linkOptions({ to: "/connections" }) },
] as const;

const OWN_GROUP = { group: "own", links: OWN } as const;
const ADMINISTRATION = { group: "administration", links: OF_ADMINISTRATORS } as const;

/** Where somebody's own menu leads, in groups. */
export function accountLinks(role: Role) {
  return role === "administrator" ? [OWN_GROUP, ADMINISTRATION] : [OWN_GROUP];
}
