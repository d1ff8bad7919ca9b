import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { learn, useTranslation } from "@/i18n/i18n";
import { Message } from "@/components/molecules/Message";
import { Section } from "@/components/molecules/Section";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { ConnectionTicket } from "@/features/connections/ConnectionTicket";
import { IdentityProviders } from "@/features/connections/IdentityProviders";
import { connectionsQuery } from "@/features/connections/queries";
import { ServiceSettings } from "@/features/connections/ServiceSettings";
import { administrator } from "@/features/me/queries";
import { found } from "@/lib/found";

export const Route = createFileRoute("/connections")({
  beforeLoad: administrator,
  loader: ({ context: { queryClient } }) =>
    Promise.all([learn("account"), found(queryClient.query({ ...connectionsQuery(), staleTime: "static" }))]),
  pendingComponent: () => (
    <Skeleton className="gutter space-y-4 pt-4">
      <Bone className="h-12 w-64" />
      <Bone className="h-40 w-full max-w-3xl" />
    </Skeleton>
  ),
  component: Connections,
});

function Connections() {
  const { t } = useTranslation();
  const {
    data: { items: connections },
  } = useSuspenseQuery(connectionsQuery());
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: t("connections.title") })}</title>
      <h1 className="display text-4xl">{t("connections.title")}</h1>
      <p className="mt-1.5 max-w-prose text-muted">{t("connections.intro")}</p>
      {connections.length === 0 && (
        <Message sign="0" title={t("connections.empty")} detail={t("connections.emptyHint")} />
      )}
      <ul className="mt-8 max-w-3xl space-y-4">
        {connections.map((connection) => (
          <li key={connection.name}>
            <ConnectionTicket connection={connection}>
              <ServiceSettings name={connection.name} />
            </ConnectionTicket>
          </li>
        ))}
      </ul>
      <div className="mt-12 max-w-5xl border-t border-line/70 pt-8">
        <Section title={t("identity.title")} hint={t("identity.hint")}>
          <IdentityProviders />
        </Section>
      </div>
    </div>
  );
}
