import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/api/client";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Loaded } from "@/components/organisms/Loaded";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { calendarLinkQuery } from "./queries";

/** Makes the secret address at which a calendar program reads all this, shows it once, and takes it away. */
export function SubscribeDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const queryClient = useQueryClient();
  const link = useQuery(calendarLinkQuery());
  const onSuccess = () => queryClient.invalidateQueries(calendarLinkQuery());
  const make = useMutation({
    networkMode: "always",
    mutationFn: () => body(api.POST("/api/v1/me/calendar/link")),
    onSuccess,
  });
  const remove = useMutation({
    networkMode: "always",
    mutationFn: () => done(api.DELETE("/api/v1/me/calendar/link")),
    onSuccess: () => {
      make.reset();
      return onSuccess();
    },
  });
  const failed = make.error ?? remove.error;
  return (
    <Modal title={t("history.calendar.subscribe")} detail={t("history.calendar.how")} close={close}>
      <Loaded of={link}>
        {({ madeAt }) => (
          <>
            {make.data && (
              <div className="mb-5">
                <p className="mb-2 text-sm font-semibold">{t("history.calendar.address")}</p>
                <code className="block rounded-card border border-line bg-ground p-3 text-2xs select-all wrap-anywhere">
                  {make.data.address}
                </code>
                <div className="mt-3 flex flex-wrap items-center gap-3">
                  <CopyButton text={make.data.address} />
                  <p className="text-2xs text-muted">{t("history.calendar.once")}</p>
                </div>
              </div>
            )}
            {madeAt && !make.data && (
              <p className="mb-4 text-sm text-muted">{t("history.calendar.since", { date: date(madeAt) })}</p>
            )}
            <div className="flex flex-wrap gap-3">
              <button
                type="button"
                disabled={make.isPending || remove.isPending}
                className={buttonStyle(madeAt ? "soft" : "solid")}
                onClick={() => {
                  make.mutate();
                }}
              >
                {t(madeAt ? "history.calendar.anew" : "history.calendar.make")}
              </button>
              {madeAt && (
                <button
                  type="button"
                  disabled={make.isPending || remove.isPending}
                  className={buttonStyle("bare")}
                  onClick={() => {
                    remove.mutate();
                  }}
                >
                  {t("history.calendar.takeAway")}
                </button>
              )}
            </div>
            {madeAt && <p className="mt-3 text-2xs text-muted">{t("history.calendar.anewHint")}</p>}
            {failed && (
              <p role="alert" className="mt-3 text-sm text-bad">
                {failed.message}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Modal>
  );
}
