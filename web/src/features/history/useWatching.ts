import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { TitleKind } from "@/api/types";
import { foresee } from "@/features/opinions/store";
import { useOptimistic } from "@/lib/useOptimistic";
import { nounOf, WATCHING, type Standing, type Watched } from "./queries";

type What = components["schemas"]["NewViewing"];
type Wanted = components["schemas"]["NewStatus"]["status"];
type Status = Standing["status"];
/** Where one stands with a title after a deed, as far as posters show it. */
type Told = Pick<Standing, "status" | "rewatched">;

interface Place {
  kind: TitleKind;
  id: number;
}

/** What is shown at once, and what is said when it is done. */
interface Shown<Data> {
  change: (now: Data) => Data;
  /** How it looked before, for the way back. */
  back: (now: Data) => Data;
  said: string;
  /** Where one stands with the title afterwards, where that is clear at once: posters show it. */
  status?: Status;
}

/**
 * Watching a title and taking it back, shown at once on the answer with that key; each can be undone. All else that a
 * viewing changes is asked for anew when it is done.
 */
export function useWatching<Data>(title: Place, queryKey: QueryKey) {
  const queryClient = useQueryClient();
  const act = useOptimistic<Data>(queryKey);
  const path = { noun: nounOf(title.kind), ref: String(title.id) } as const;

  /** The deed, and then news of it to the rest of the page; its answer says where one stands then. */
  const telling = (deed: () => Promise<Told | undefined>, foreseen?: Status) => async () => {
    const end = foresee(title.id, foreseen === undefined ? {} : { status: foreseen });
    try {
      const told = await deed();
      end(told && { status: told.status, rewatched: told.rewatched });
    } catch (problem) {
      end();
      throw problem;
    }
    const own = JSON.stringify(queryKey);
    void queryClient.invalidateQueries({
      queryKey: [WATCHING],
      predicate: (query) => JSON.stringify(query.queryKey) !== own, // which useOptimistic asks for when all are done
    });
  };
  const put = (wanted: Wanted) => {
    const params = { path };
    return body(api.PUT("/api/v1/me/standings/{noun}/{ref}", { params, body: { status: wanted } }));
  };

  const watch = (what: What, { change, back, said, status }: Shown<Data>) => {
    let made: Watched | undefined;
    act({
      change,
      said,
      call: telling(async () => {
        made = await body(api.POST("/api/v1/me/viewings/{noun}/{ref}", { params: { path }, body: what }));
        return made.standing;
      }, status),
      undo: {
        change: back,
        call: telling(async () => {
          const ids = made?.viewings.map(({ id }) => id) ?? [];
          const left =
            ids.length > 0 ? await body(api.POST("/api/v1/me/viewings/remove", { body: { ids } })) : undefined;
          if (made?.before === "planned" || made?.before === "dropped") return put(made.before);
          return left?.standing;
        }),
      },
    });
  };

  const unwatch = (
    what: Pick<What, "season" | "episode"> & { last?: boolean },
    { change, back, said, status }: Shown<Data>,
  ) => {
    let gone: Watched | undefined;
    act({
      change,
      said,
      call: telling(async () => {
        gone = await body(api.DELETE("/api/v1/me/viewings/{noun}/{ref}", { params: { path, query: what } }));
        return gone.standing;
      }, status),
      undo: { change: back, call: telling(() => restore(path, gone?.viewings ?? [])) },
    });
  };

  const stand = (wanted: Wanted, before: Wanted, { change, back, said }: Shown<Data>) => {
    act({
      change,
      said,
      call: telling(() => put(wanted), wanted),
      undo: { change: back, call: telling(() => put(before), before) },
    });
  };

  return { watch, unwatch, stand };
}

/** Puts back what was taken out, each at its time; where one stands then is returned. */
export async function restore(
  path: { noun: "movies" | "tv"; ref: string },
  viewings: Pick<Watched["viewings"][number], "season" | "episode" | "watchedAt">[],
): Promise<Told | undefined> {
  if (viewings.length === 0) return undefined;
  const dated = viewings.map(({ season, episode, watchedAt }) => ({ season, episode, watchedAt }));
  const { standing } = await body(
    api.POST("/api/v1/me/viewings/{noun}/{ref}/dated", { params: { path }, body: { viewings: dated } }),
  );
  return standing;
}
