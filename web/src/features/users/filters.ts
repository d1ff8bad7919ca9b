import type { Role } from "@/api/types";
import { choice, tidy, type RawSearch } from "@/lib/search";

export const ROLES = ["administrator", "member", "guest"] as const satisfies readonly Role[];

/** What an invitation can make of somebody. */
export const INVITED = ["member", "guest"] as const satisfies readonly Role[];

export interface PeopleFilters {
  search?: string;
  role?: Role;
}

export function parsePeopleFilters(raw: RawSearch): PeopleFilters {
  const search = typeof raw.search === "string" && raw.search ? raw.search.slice(0, 200) : undefined;
  return tidy({ search, role: choice(raw.role, ROLES) });
}
