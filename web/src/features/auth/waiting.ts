import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import type { PAGES, Step } from "./flow";
import type { WayBack } from "@/lib/returnAddress";

interface Asked {
  context: { queryClient: QueryClient };
  search: WayBack;
}

// Such a check comes with the first load; what few visitors need of it does not.
const aboutSteps = () => Promise.all([import("./flow"), import("./queries")]);

/** For routes: the step of the page, when it is the one that the server waits for; else to the page that is. */
export function waitingFor<Name extends keyof typeof PAGES>(name: Name) {
  return async ({ context: { queryClient }, search: { next } }: Asked) => {
    const [{ PAGES }, { stepQuery }] = await aboutSteps();
    const step = await queryClient.query({ ...stepQuery(), staleTime: "static" });
    if (step.name === name) return step as Extract<Step, { name: Name }>;
    if (step.name === "signed-in") throw redirect({ to: "/" });
    throw redirect({ to: PAGES[step.name], search: { next } });
  };
}
