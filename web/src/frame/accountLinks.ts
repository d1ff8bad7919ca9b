import { linkOptions } from "@tanstack/react-router";
import { CircleUser, Plug, ScrollText, ShieldCheck, Users } from "lucide-react";
import type { Role } from "@/api/types";

const OWN = [
  { name: "profile", icon: CircleUser, link: linkOptions({ to: "/me", activeOptions: { exact: true } }) },
  { name: "security", icon: ShieldCheck, link: linkOptions({ to: "/me/security" }) },
] as const;

const OF_ADMINISTRATORS = [
  { name: "users", icon: Users, link: linkOptions({ to: "/users" }) },
  { name: "audit", icon: ScrollText, link: linkOptions({ to: "/audit" }) },
  { name: "connections", icon: Plug, link: linkOptions({ to: "/connections" }) },
] as const;

/** Where somebody's own menu leads. */
export function accountLinks(role: Role) {
  return role === "administrator" ? [...OWN, ...OF_ADMINISTRATORS] : OWN;
}
