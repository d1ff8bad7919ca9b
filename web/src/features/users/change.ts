import type { PersonChange } from "@/api/types";
import type { Values } from "@/components/form/Form";
import { choice } from "@/lib/search";
import { ROLES } from "./queries";

export const SWITCHES = ["mayRequest", "mayStream", "mayDownload", "mayUpload"] as const;

/** What the fields of the sheet say, as the server wants it. A field that was not shown changes nothing. */
export function changeOf(values: Values): PersonChange {
  const { displayName = "", role, ageCap, self } = values;
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, values[name] === "on"]));
  return {
    displayName: displayName.trim(),
    ...(!self && { role: choice(role, ROLES), isActive: values.isActive === "on" }),
    ageCap: ageCap ? Number(ageCap) : null,
    unrated: values.unrated === "on",
    ...switches,
    quotas: Object.fromEntries(QUOTAS.map((name) => [name, values[name] ? Number(values[name]) : null])),
  };
}

/** Most of something; left empty it has no limit. */
export const QUOTAS = ["movieRequests", "seasonRequests", "requestDays", "downloadGigabytes", "streams"] as const;
