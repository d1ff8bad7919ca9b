import { linkOptions } from "@tanstack/react-router";
import { Clapperboard, Compass, Plug, Search, SlidersHorizontal, Tv } from "lucide-react";

/** The pages that the frame leads to. `phone`: whether the bottom bar has room for it. */
export const DESTINATIONS = [
  { name: "discover", icon: Compass, phone: true, link: linkOptions({ to: "/", activeOptions: { exact: true } }) },
  { name: "movies", icon: Clapperboard, phone: true, link: linkOptions({ to: "/movies" }) },
  { name: "tv", icon: Tv, phone: true, link: linkOptions({ to: "/tv" }) },
  { name: "search", icon: Search, phone: true, link: linkOptions({ to: "/search", search: { q: "" } }) },
  { name: "connections", icon: Plug, phone: false, link: linkOptions({ to: "/connections" }) },
  { name: "settings", icon: SlidersHorizontal, phone: true, link: linkOptions({ to: "/settings" }) },
] as const;
