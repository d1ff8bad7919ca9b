import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { MeChange } from "@/api/types";
import { meQuery } from "./queries";

/** Changes one's own profile: seen at once, taken back when the server refuses. */
export function useChangeMe(): (change: MeChange) => void {
  const queryClient = useQueryClient();
  const { queryKey } = meQuery();
  const { mutate } = useMutation({
    mutationFn: (change: MeChange) => body(api.PATCH("/api/v1/me", { body: change })),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, { ...before, ...change });
      return before;
    },
    onError: (_error, _change, before) => {
      queryClient.setQueryData(queryKey, before);
    },
    onSuccess: (me) => {
      queryClient.setQueryData(queryKey, me);
    },
    scope: { id: "me" }, // one after the other, else an earlier change could arrive last
  });
  return mutate;
}
