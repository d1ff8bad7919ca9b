import { linkOptions } from "@tanstack/react-router";
import type { Suggestion } from "@/api/types";
import { personAddress, titleAddress } from "@/lib/addresses";

/** Where something found leads. */
export function addressOf({ kind, id, slug }: Suggestion) {
  if (kind === "person") return personAddress(id);
  if (kind === "collection") return linkOptions({ to: "/collections/$id", params: { id: String(id) } });
  if (kind === "list") return linkOptions({ to: "/lists/$slug", params: { slug: slug ?? String(id) } });
  return titleAddress({ kind, id });
}
