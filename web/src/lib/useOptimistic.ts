import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { useTranslation, type Translate } from "@/i18n/i18n";
import { toast } from "./toasts";

interface Deed<Data> {
  /** What the answer will look like; it is shown at once. */
  change: (now: Data) => Data;
  /** The request that makes it true. */
  call: () => Promise<unknown>;
}

interface SaidDeed<Data> extends Deed<Data> {
  /** Said when it is done; without it nothing is. */
  said?: string;
  /** The reverse deed, offered with what is said. */
  undo?: Deed<Data>;
}

/**
 * Does deeds on one answer of the cache and shows each before the server has done it. What fails is taken back with a
 * toast that says why; what succeeds can be undone. Deeds on one answer reach the server in their order.
 *
 *     const act = useOptimistic<Rows>(rowsQuery().queryKey);
 *     act({ change: () => moved, call: () => keep(moved), said: t("…"), undo: { change: () => rows, call: () => keep(rows) } });
 */
export function useOptimistic<Data>(queryKey: QueryKey): (deed: SaidDeed<Data>) => void {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: queryKey,
    scope: { id: JSON.stringify(queryKey) },
    networkMode: "always", // as for queries: the server may be this very machine
    mutationFn: ({ call }: SaidDeed<Data>) => call(),
    onMutate: async ({ change }) => {
      await queryClient.cancelQueries({ queryKey }); // an answer under way knows nothing of this
      const before = queryClient.getQueryData<Data>(queryKey);
      if (before !== undefined) queryClient.setQueryData(queryKey, change(before));
      return before;
    },
    onError: (error, _deed, before) => {
      if (before !== undefined) queryClient.setQueryData(queryKey, before);
      toast({ text: reasonOf(error, t), look: "bad" });
    },
    onSuccess: (_answer, { said, undo }) => {
      if (said) toast({ text: said, look: "good", undo: undo && (() => { mutate(undo); }) }); // prettier-ignore
    },
    onSettled: async () => {
      // The last one asks how it really is; earlier answers would undo on the screen what is still under way.
      if (queryClient.isMutating({ mutationKey: queryKey, exact: true }) === 1) await queryClient.invalidateQueries({ queryKey }); // prettier-ignore
    },
  });
  return mutate;
}

/** Why a deed was not done, in a sentence. */
export function reasonOf(error: unknown, t: Translate): string {
  if (!(error instanceof Problem)) return t("error.unexpected");
  return error.status === 0 ? t("error.offline") : error.detail || t("error.unexpected");
}
