import { useFormContext } from "react-hook-form";
import { zTraktChange } from "@/api/bodies/zod.gen";
import { api, body, done } from "@/api/client";
import type { components } from "@/api/schema";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { CopyButton } from "@/components/molecules/CopyButton";
import { traktQuery } from "@/features/trakt/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { KeptCredentials } from "./KeptCredentials";
import { connectionsQuery } from "./queries";
import { traktAppQuery } from "./settingsQueries";
import { TryButton } from "./TryButton";

const REDIRECT = "urn:ietf:wg:oauth:2.0:oob";

/** The app that this house is at Trakt: given, changed or forgotten. */
export function TraktSettings({ app }: { app: components["schemas"]["TraktSettings"] }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const form = <TraktForm clientId={app.clientId} />;
  if (!app.hasSecret) return form;
  return (
    <KeptCredentials
      change={t("traktApp.change")}
      forget={t("tmdb.forget")}
      title={t("traktApp.forgetTitle")}
      detail={t("traktApp.forgetDetail")}
      deed={async () => {
        await done(api.DELETE("/api/v1/settings/trakt"));
        await changed();
      }}
    >
      {form}
    </KeptCredentials>
  );
}

/** The client id is tried before it is kept. Whether the secret is right shows when the first person links. */
function TraktForm({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const changed = useChanged();
  return (
    <Form
      schema={zTraktChange}
      values={{ clientId }}
      deed={async (given) => {
        await done(api.POST("/api/v1/settings/trakt/test", { body: { clientId: given.clientId } }));
        await body(api.PUT("/api/v1/settings/trakt", { body: given }));
        await changed();
      }}
      resets={["clientSecret"]}
    >
      <RedirectAddress />
      <PlainField name="clientId" label={t("identity.clientId")} autoComplete="off" dir="ltr" />
      <PasswordField
        chosen
        name="clientSecret"
        label={t("identity.clientSecret")}
        hint={`${t("services.secretNone")} ${t("traktApp.secretHint")}`}
      />
      <div className="flex flex-wrap items-start gap-3">
        <Submit>{t("tmdb.connect")}</Submit>
        <TryId />
      </div>
    </Form>
  );
}

/** What Trakt wants to be told when the app is made. */
function RedirectAddress() {
  const { t } = useTranslation();
  return (
    <div className="rounded-card bg-ground px-4 py-3 text-2xs">
      <p className="text-muted">{t("traktApp.redirect")}</p>
      <p className="mt-1 flex items-center justify-between gap-2">
        <code className="wrap-anywhere select-all">{REDIRECT}</code>
        <CopyButton text={REDIRECT} label={t("traktApp.copyRedirect")} />
      </p>
    </div>
  );
}

/** Asks Trakt whether it knows the client id that stands in the field. */
function TryId() {
  const { t } = useTranslation();
  const { getValues } = useFormContext<{ clientId: string }>();
  const trial = () => done(api.POST("/api/v1/settings/trakt/test", { body: { clientId: getValues("clientId") } }));
  return <TryButton trial={trial} taken={t("traktApp.taken")} />;
}

function useChanged(): () => Promise<void> {
  const again = useAgain();
  return () => again(traktAppQuery(), connectionsQuery(), traktQuery());
}
