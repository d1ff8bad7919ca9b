import { ChevronRight } from "lucide-react";
import type { Person } from "@/api/types";
import { Badge } from "@/components/atoms/Badge";
import { Avatar } from "@/components/atoms/Avatar";
import { useTranslation } from "@/i18n/i18n";

/** One person in the list, all of it a button. */
export function PersonRow({ person, open }: { person: Person; open: (id: Person["id"]) => void }) {
  const { t } = useTranslation();
  const { id, username, displayName, email, role, isActive, ageCap } = person;
  return (
    <li>
      <button
        type="button"
        className="flex w-full items-center gap-4 px-4 py-3 text-start transition-colors hover:bg-ink/5 focus-visible:-outline-offset-2"
        onClick={() => {
          open(id);
        }}
      >
        <Avatar person={person} className={isActive ? "size-10" : "size-10 opacity-40 grayscale"} />
        <span className="min-w-0 flex-1 sm:grid sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-4">
          <span className="block min-w-0">
            <span dir="auto" className="block truncate text-sm font-semibold">
              {displayName || username}
            </span>
            <span dir="auto" className="block truncate text-2xs text-muted">
              {[username, email].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className="mt-1.5 flex flex-wrap gap-1.5 sm:mt-0 sm:justify-end">
            {!isActive && <Badge look="warn">{t("users.inactive")}</Badge>}
            {ageCap !== null && <Badge>{t("users.upTo", { age: ageCap })}</Badge>}
            <Badge look={role === "administrator" ? "good" : "plain"}>{t(`users.roles.${role}`)}</Badge>
          </span>
        </span>
        <ChevronRight aria-hidden className="size-4.5 shrink-0 text-faint" />
      </button>
    </li>
  );
}
