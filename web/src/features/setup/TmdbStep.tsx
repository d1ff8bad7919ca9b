import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Outside } from "@/components/atoms/Outside";
import { Notice } from "@/components/molecules/Notice";
import { Loaded } from "@/components/organisms/Loaded";
import { tmdbQuery } from "@/features/connections/settingsQueries";
import { TmdbForm } from "@/features/connections/TmdbForm";
import { useTranslation } from "@/i18n/i18n";
import { toast } from "@/lib/toasts";
import { StepPage } from "./StepPage";

/** The last step, which may be left out: the key that opens the rest of the world's films. */
export function TmdbStep() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const settings = useQuery(tmdbQuery());
  const open = () => {
    toast({ text: t("firstRun.after"), look: "good" });
    void navigate({ to: "/" });
  };
  return (
    <StepPage step="tmdb" title={t("firstRun.tmdb.title")} intro={t("firstRun.tmdb.intro")}>
      <Loaded of={settings}>
        {({ hasKey }) => (
          <div className="space-y-5">
            {hasKey ? (
              <Notice look="good">{t("firstRun.tmdb.connected")}</Notice>
            ) : (
              <>
                <p className="text-sm text-muted">
                  {t("firstRun.tmdb.how")}{" "}
                  <Outside
                    href="https://www.themoviedb.org/settings/api"
                    className="text-ink underline underline-offset-4"
                  >
                    themoviedb.org
                  </Outside>
                </p>
                <TmdbForm />
              </>
            )}
            <button type="button" className={buttonStyle(hasKey ? "solid" : "bare", "w-full")} onClick={open}>
              {t(hasKey ? "firstRun.tmdb.done" : "firstRun.tmdb.skip")}
            </button>
            {!hasKey && <p className="text-center text-2xs text-muted">{t("firstRun.tmdb.later")}</p>}
          </div>
        )}
      </Loaded>
    </StepPage>
  );
}
