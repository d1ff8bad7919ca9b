import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Me } from "@/api/types";
import { keepFor, keepForNobody } from "@/lib/memory";
import { returnAddress } from "@/lib/returnAddress";
import { stored } from "@/lib/stored";

// The session's cookie is none of a script's business. This only saves asking who visitors are that never signed in.
const somebody = stored<"yes" | "">("matinee.signedIn", ["yes"], "");

/** To be awaited before the next question: what was kept for the time without a server is another's from now on. */
export async function rememberPerson(is: boolean): Promise<void> {
  somebody.set(is ? "yes" : "");
  await keepForNobody();
}

/** Who is signed in; null for nobody. */
export function meQuery() {
  return queryOptions({
    queryKey: ["me"],
    queryFn: async ({ signal }): Promise<Me | null> => {
      if (!somebody.get()) return null;
      try {
        const me = await body(api.GET("/api/v1/me", { signal }));
        await keepFor([me.id, me.ageCap, me.unrated].join(" ")); // an age cap hides titles that are kept
        return me;
      } catch (thrown) {
        if (!(thrown instanceof Problem && thrown.status === 401)) throw thrown;
        await rememberPerson(false);
        return null;
      }
    },
  });
}

/** Who is signed in; null for nobody, undefined as long as it is not known. */
export function useMe(): Me | null | undefined {
  return useQuery(meQuery()).data;
}

interface Asked {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** For routes: lets people through who are signed in, and all others sign in first. */
export async function person({ context: { queryClient }, location }: Asked): Promise<Me> {
  const me = await queryClient.query({ ...meQuery(), staleTime: "static" });
  if (!me) throw redirect({ to: "/sign-in", search: { next: returnAddress(location.href) } });
  return me;
}

/** For routes: as if there were no such page, for whoever is no administrator. */
export async function administrator(asked: Asked): Promise<void> {
  const me = await person(asked);
  if (me.role !== "administrator") throw notFound();
}
