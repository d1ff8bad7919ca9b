import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback } from "react";

/** Has answers asked for again, after something about them was changed. */
export function useAgain(): (...queries: { queryKey: QueryKey }[]) => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    async (...queries) => {
      await Promise.all(queries.map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })));
    },
    [queryClient],
  );
}
