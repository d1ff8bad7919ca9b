import { useMe } from "@/features/me/queries";
import { linkOptions } from "@tanstack/react-router";
import { Clapperboard, Compass, Heart, Search, SlidersHorizontal, Tv } from "lucide-react";

const DESTINATIONS = [
  { name: "discover", icon: Compass, link: linkOptions({ to: "/", activeOptions: { exact: true } }) },
  { name: "movies", icon: Clapperboard, link: linkOptions({ to: "/movies" }) },
  { name: "tv", icon: Tv, link: linkOptions({ to: "/tv" }) },
  { name: "search", icon: Search, link: linkOptions({ to: "/search", search: { q: "" } }) },
  { name: "favorites", icon: Heart, link: linkOptions({ to: "/favorites" }) },
  { name: "settings", icon: SlidersHorizontal, link: linkOptions({ to: "/settings" }) },
] as const;

/** The pages that the frame leads to, for whoever looks. */
export function useDestinations() {
  const me = useMe();
  return DESTINATIONS.filter(({ name }) => Boolean(me) || name !== "favorites");
}
