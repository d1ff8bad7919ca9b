import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api } from "@/api/client";
import { answered } from "@/features/auth/answer";
import { startAfresh } from "@/features/auth/queries";
import { rememberPerson } from "./queries";

/** Ends the session, leaves the page and forgets what was seen. */
export function useSignOut(): () => Promise<void> {
  const leave = useLeave();
  return async () => {
    await answered(api.DELETE("/api/v1/auth/browser/v1/auth/session"));
    await leave();
  };
}

/** For whoever is signed out already. */
export function useLeave(): () => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async () => {
    await rememberPerson(false);
    await router.navigate({ to: "/" });
    await startAfresh(queryClient);
  };
}
