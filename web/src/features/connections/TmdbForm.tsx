import { useFormContext } from "react-hook-form";
import { api, body, done } from "@/api/client";
import { zTmdbChange } from "@/api/bodies/zod.gen";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { aboutQuery } from "@/features/about/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { KeptCredentials } from "./KeptCredentials";
import { connectionsQuery } from "./queries";
import { tmdbQuery } from "./settingsQueries";
import { TryButton } from "./TryButton";

/** Takes a key for TMDB, which is tried before it is used. What is kept never comes back. */
export function TmdbForm() {
  const { t } = useTranslation();
  const changed = useChanged();
  return (
    <Form
      schema={zTmdbChange}
      deed={async (given) => {
        await done(api.POST("/api/v1/settings/tmdb/test", { body: given })); // else it would be said to be connected
        await body(api.PUT("/api/v1/settings/tmdb", { body: given }));
        await changed();
      }}
      resets
    >
      <PlainField name="key" label={t("tmdb.key")} hint={t("tmdb.keyHint")} autoComplete="off" dir="ltr" />
      <div className="flex flex-wrap items-start gap-3">
        <Submit>{t("tmdb.connect")}</Submit>
        <TryKey />
      </div>
    </Form>
  );
}

/** Asks TMDB whether it takes what stands in the field, which is kept nowhere. */
function TryKey() {
  const { t } = useTranslation();
  const { getValues } = useFormContext<{ key: string }>();
  const trial = () => done(api.POST("/api/v1/settings/tmdb/test", { body: { key: getValues("key") } }));
  return <TryButton trial={trial} taken={t("tmdb.taken")} />;
}

/** Whether a key is there and whose it is; one that was given here can be changed or forgotten. */
export function TmdbSettings({ source }: { source: "environment" | "here" | "none" }) {
  const { t } = useTranslation();
  const changed = useChanged();
  if (source === "environment") return <p className="text-2xs text-muted">{t("tmdb.fromSettings")}</p>;
  if (source === "none") return <TmdbForm />;
  return (
    <KeptCredentials
      change={t("tmdb.change")}
      forget={t("tmdb.forget")}
      title={t("tmdb.forgetTitle")}
      detail={t("tmdb.forgetDetail")}
      deed={async () => {
        await done(api.DELETE("/api/v1/settings/tmdb"));
        await changed();
      }}
    >
      <TmdbForm />
    </KeptCredentials>
  );
}

const FOLLOWED = 1_200; // milliseconds within which every process of the server knows of another key

/** Another key changes what is said of the house, which the browser itself would else repeat for a minute. */
function useChanged(): () => Promise<void> {
  const again = useAgain();
  return async () => {
    await new Promise((follow) => setTimeout(follow, FOLLOWED));
    await done(api.GET("/api/v1/about", { cache: "reload" }));
    await again(tmdbQuery(), connectionsQuery(), aboutQuery(), { queryKey: ["lists"] });
  };
}
