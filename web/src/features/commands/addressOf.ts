import type { Suggestion } from "@/api/types";
import { personAddress, titleAddress } from "@/lib/addresses";

/** Where something found leads. */
export function addressOf({ kind, id }: Suggestion) {
  return kind === "person" ? personAddress(id) : titleAddress({ kind, id });
}
