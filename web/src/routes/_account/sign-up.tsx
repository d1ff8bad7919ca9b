import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ClosedPage } from "@/features/auth/ClosedPage";
import { OnceSetUp } from "@/features/auth/OnceSetUp";
import { setupQuery } from "@/features/auth/queries";
import { parseWayBack, type WayBack } from "@/lib/returnAddress";
import { SignUpPage } from "@/features/auth/SignUpPage";
import { text, type RawSearch } from "@/lib/search";

export const Route = createFileRoute("/_account/sign-up")({
  validateSearch: (search: RawSearch): WayBack & { invitation?: string } => ({
    ...parseWayBack(search),
    invitation: text(search.invitation, /^[\w-]{1,200}$/),
  }),
  loader: ({ context: { queryClient } }) => queryClient.query({ ...setupQuery(), staleTime: "static" }),
  component: SignUp,
});

function SignUp() {
  const search = Route.useSearch();
  const { data: door } = useSuspenseQuery(setupQuery());
  if (!search.invitation && door.signUp === "closed") return <ClosedPage />;
  return (
    <OnceSetUp>
      <SignUpPage {...search} invited={door.signUp === "invited"} sendsMail={door.sendsMail} />
    </OnceSetUp>
  );
}
