import type { Suggestion } from "@/api/types";
import { collectionAddress, listAddress, personAddress, titleAddress } from "@/lib/addresses";

/** Where the page of something found is. */
export function addressOf({ kind, id, slug }: Pick<Suggestion, "kind" | "id" | "slug">) {
  switch (kind) {
    case "person":
      return personAddress(id);
    case "collection":
      return collectionAddress(id);
    case "list":
      return listAddress(slug ?? "");
    default:
      return titleAddress({ kind, id });
  }
}
