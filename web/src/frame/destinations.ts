import { linkOptions } from "@tanstack/react-router";
import { Clapperboard, Compass, Search, SlidersHorizontal, Tv } from "lucide-react";

/** The pages that the frame leads to. */
export const DESTINATIONS = [
  { name: "discover", icon: Compass, link: linkOptions({ to: "/", activeOptions: { exact: true } }) },
  { name: "movies", icon: Clapperboard, link: linkOptions({ to: "/movies" }) },
  { name: "tv", icon: Tv, link: linkOptions({ to: "/tv" }) },
  { name: "search", icon: Search, link: linkOptions({ to: "/search", search: { q: "" } }) },
  { name: "settings", icon: SlidersHorizontal, link: linkOptions({ to: "/settings" }) },
] as const;
