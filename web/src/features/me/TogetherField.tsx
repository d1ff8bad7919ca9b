import { api, done } from "@/api/client";
import type { Me } from "@/api/types";
import { SwitchRow } from "@/components/molecules/SwitchRow";
import { useTranslation } from "@/i18n/i18n";
import { useOptimistic } from "@/lib/useOptimistic";
import { meQuery } from "./queries";

/** Whether others may look for what to watch together with this person; it holds at once. */
export function TogetherField({ me }: { me: Me }) {
  const { t } = useTranslation();
  const act = useOptimistic<Me>(meQuery().queryKey);
  return (
    <SwitchRow
      label={t("profile.watchesTogether")}
      hint={t("profile.watchesTogetherHint")}
      checked={me.watchesTogether}
      onChange={({ currentTarget: { checked: watchesTogether } }) => {
        act({
          change: (now) => ({ ...now, watchesTogether }),
          call: () => done(api.PATCH("/api/v1/me", { body: { watchesTogether } })),
        });
      }}
    />
  );
}
