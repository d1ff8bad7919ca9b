import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { inputStyle } from "@/components/atoms/inputStyle";
import { useTranslation } from "@/i18n/i18n";
import { tidy } from "@/lib/search";
import { useDebounced } from "@/lib/useDebounced";
import { ROLES, type PeopleFilters } from "./filters";

const PAUSE = 250; // milliseconds without a key before it is searched

interface Props {
  filters: PeopleFilters;
  change: (filters: PeopleFilters) => void;
  total: number | undefined;
}

/** Finds people by name or address, and by what they are. */
export function PeopleToolbar({ filters, change, total }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filters.search ?? "");
  const search = useDebounced(typed.trim(), PAUSE);
  useEffect(() => {
    if (search !== (filters.search ?? "")) change(tidy({ ...filters, search: search || undefined }));
  }, [search, filters, change]);
  return (
    <div className="mb-5 flex flex-wrap items-center gap-3">
      <search className="relative min-w-60 flex-1">
        <Search aria-hidden className="pointer-events-none absolute start-3.5 top-3 size-5 text-faint" />
        <input
          type="search"
          aria-label={t("users.search")}
          placeholder={t("users.search")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          className={inputStyle("bg-surface ps-11")}
        />
      </search>
      <div role="group" aria-label={t("users.role")} className="flex flex-wrap gap-2">
        {ROLES.map((role) => (
          <button
            key={role}
            type="button"
            aria-pressed={role === filters.role}
            className={chipStyle(role === filters.role)}
            onClick={() => {
              change(tidy({ ...filters, role: role === filters.role ? undefined : role }));
            }}
          >
            {t(`users.roles.${role}`)}
          </button>
        ))}
      </div>
      <p role="status" className="w-full text-sm text-muted">
        {total !== undefined && t("users.count", { count: total })}
      </p>
    </div>
  );
}
