import { text, tidy, type RawSearch } from "@/lib/search";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `since` and `until` are days, the last one included. */
export interface AuditFilters {
  action?: string;
  actor?: string;
  since?: string;
  until?: string;
}

export function parseAuditFilters(raw: RawSearch): AuditFilters {
  return tidy({
    action: text(raw.action, /^\w{1,60}$/),
    actor: text(raw.actor, /^.{1,150}$/),
    since: text(raw.since, DAY),
    until: text(raw.until, DAY),
  });
}
