import { createFileRoute } from "@tanstack/react-router";
import { parseWayBack } from "@/lib/returnAddress";
import { SignInErrorPage } from "@/features/auth/SignInErrorPage";
import { choice, text, type RawSearch } from "@/lib/search";

export const Route = createFileRoute("/_account/sign-in/error")({
  validateSearch: (search: RawSearch) => ({
    ...parseWayBack(search),
    error: text(search.error, /^\w{1,60}$/) ?? "unknown",
    error_process: choice(search.error_process, ["login", "connect"] as const),
  }),
  component: SignInError,
});

function SignInError() {
  const { error, error_process, next } = Route.useSearch();
  return <SignInErrorPage error={error} process={error_process} next={next} />;
}
