import { createFileRoute } from "@tanstack/react-router";
import { AuditPage } from "@/features/audit/AuditPage";
import { parseAuditFilters } from "@/features/audit/filters";
import { administrator } from "@/features/me/queries";

export const Route = createFileRoute("/_account/audit")({
  validateSearch: parseAuditFilters,
  beforeLoad: administrator,
  component: Audit,
});

function Audit() {
  const navigate = Route.useNavigate();
  return (
    <AuditPage
      filters={Route.useSearch()}
      change={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
