import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { api, body, done } from "@/api/client";
import { zTmdbChange } from "@/api/bodies/zod.gen";
import { Deed } from "@/components/form/Deed";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { DialogButton } from "@/components/molecules/DialogButton";
import { ConfirmDialog } from "@/components/organisms/ConfirmDialog";
import { aboutQuery } from "@/features/about/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { connectionsQuery } from "./queries";
import { tmdbQuery } from "./settingsQueries";

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
  const [taken, setTaken] = useState(false);
  return (
    <>
      <Deed
        deed={async () => {
          setTaken(false);
          await done(api.POST("/api/v1/settings/tmdb/test", { body: { key: getValues("key") } }));
          setTaken(true);
        }}
      >
        {t("services.testShort")}
      </Deed>
      <span role="status" className="self-center text-sm text-good">
        {taken && t("tmdb.taken")}
      </span>
    </>
  );
}

/** Whether a key is there and whose it is; one that was given here can be changed or forgotten. */
export function TmdbSettings({ source }: { source: "environment" | "here" | "none" }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  if (source === "environment") return <p className="text-2xs text-muted">{t("tmdb.fromSettings")}</p>;
  if (source === "none" || changing) return <TmdbForm />;
  return (
    <div className="-ms-3 flex flex-wrap">
      <Deed
        look="bare"
        className="px-3"
        deed={() => {
          setChanging(true);
          return Promise.resolve();
        }}
      >
        {t("tmdb.change")}
      </Deed>
      <DialogButton look="bare" className="px-3" dialog={(close) => <ForgetDialog close={close} />}>
        {t("tmdb.forget")}
      </DialogButton>
    </div>
  );
}

/** The key cannot be brought back from here. */
function ForgetDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  return (
    <ConfirmDialog
      title={t("tmdb.forgetTitle")}
      detail={t("tmdb.forgetDetail")}
      yes={t("tmdb.forget")}
      deed={async () => {
        await done(api.DELETE("/api/v1/settings/tmdb"));
        await changed();
        close();
      }}
      close={close}
    />
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
