import { createFileRoute, redirect } from "@tanstack/react-router";
import { PAGES } from "@/features/auth/flow";
import { startAfresh, stepQuery } from "@/features/auth/queries";
import { parseWayBack, returnAddress } from "@/lib/returnAddress";
import { rememberPerson } from "@/features/me/queries";
import { choice, text, type RawSearch } from "@/lib/search";

/** Where a provider sends people back to: it shows nothing, only finds out what comes next. */
export const Route = createFileRoute("/_account/sign-in/finish")({
  validateSearch: (search: RawSearch) => ({
    ...parseWayBack(search),
    error: text(search.error, /^\w{1,60}$/),
    error_process: choice(search.error_process, ["login", "connect"] as const),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps: { next, error, error_process } }) => {
    if (error) throw redirect({ to: "/sign-in/error", search: { next, error, error_process }, replace: true });
    const step = await queryClient.query({ ...stepQuery(), staleTime: 0 });
    if (step.name !== "signed-in") throw redirect({ to: PAGES[step.name], search: { next }, replace: true });
    await rememberPerson(true);
    await startAfresh(queryClient);
    throw redirect({ href: returnAddress(next), replace: true });
  },
});
