import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Call } from "@/api/client";
import { Problem } from "@/api/problem";
import type { AuthAnswer } from "@/api/types";
import { rememberPerson } from "@/features/me/queries";
import { answered } from "./answer";
import { nextStep, PAGES, START, type Step } from "./flow";
import { look, startAfresh, stepQuery } from "./queries";
import { returnAddress } from "@/lib/returnAddress";

const GONE = 409; // the step was not, or is no longer, the one that the server waits for

/** Signing in, step by step. */
export function useSteps() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ strict: false });

  /** Goes in, to `first` or to where somebody came from. What was seen as nobody, or as somebody else, is forgotten. */
  const enter = useCallback(
    async (first?: string) => {
      await rememberPerson(true);
      await startAfresh(queryClient); // before the next page asks who is here
      await router.navigate({ href: first ?? returnAddress(next), replace: true });
    },
    [queryClient, router, next],
  );

  const goTo = useCallback(
    async (step: Step) => {
      queryClient.setQueryData(stepQuery().queryKey, step);
      if (step.name === "signed-in") await enter();
      else await router.navigate({ to: PAGES[step.name], search: { next } });
    },
    [queryClient, router, next, enter],
  );

  /** Does one deed and goes where its answer leads; throws what is wrong with what was typed. */
  const take = useCallback(
    async (deed: Call) => {
      const before = queryClient.getQueryData(stepQuery().queryKey) ?? START;
      const after = (answer: AuthAnswer, looked: boolean) => nextStep(before, answer, { looked });
      try {
        await goTo(after(await answered(deed), false));
      } catch (thrown) {
        if (!(thrown instanceof Problem && thrown.status === GONE)) throw thrown;
        await goTo(after(await look(), true));
      }
    },
    [queryClient, goTo],
  );

  return { take, enter, goTo };
}
