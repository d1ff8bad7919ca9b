import { useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useTranslation } from "@/i18n/i18n";
import { toast } from "@/lib/toasts";
import { traktQuery, type TraktLink } from "./queries";

/** What can be done with one's link to Trakt; each answers once the page shows it. */
export function useTraktDeeds() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { queryKey } = traktQuery();
  const show = async (asked: Promise<TraktLink>) => {
    const told = await asked;
    await queryClient.cancelQueries({ queryKey }); // an answer under way knows nothing of this
    queryClient.setQueryData(queryKey, told);
  };
  const end = async () => {
    const { traktWasTold } = await body(api.DELETE("/api/v1/me/links/trakt"));
    await queryClient.invalidateQueries({ queryKey });
    return traktWasTold;
  };
  return {
    begin: () => show(body(api.POST("/api/v1/me/links/trakt"))),
    cancel: end,
    sync: () => show(body(api.POST("/api/v1/me/links/trakt/sync"))),
    unlink: async () => {
      const wasTold = await end();
      toast({ text: t(wasTold ? "trakt.unlinked" : "trakt.notTold"), look: wasTold ? "good" : "note" });
    },
  };
}
