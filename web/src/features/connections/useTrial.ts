import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import { connectionsQuery } from "./queries";
import { known } from "./states";
import { troubleOf } from "./trouble";

/** Tries a service by some call, and has its ticket say how it is by then. */
export function useTrial(name: string): (call: () => Promise<unknown>) => Promise<void> {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { queryKey } = connectionsQuery();
  return async (call) => {
    try {
      await call();
    } catch (thrown) {
      await queryClient.invalidateQueries({ queryKey });
      const now = queryClient.getQueryData(queryKey)?.items.find((one) => one.name === name);
      throw troubleOf(thrown, now, (state) => t(`connections.state.${known(state)}`));
    }
    await queryClient.invalidateQueries({ queryKey });
  };
}
