import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { TitleKind } from "@/api/types";
import { useOptimistic } from "@/lib/useOptimistic";
import { nounOf, WATCHING, type Watched } from "./queries";

type What = components["schemas"]["NewViewing"];
type Status = components["schemas"]["NewStatus"]["status"];

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
}

/**
 * Watching a title and taking it back, shown at once on the answer with that key; each can be undone. All else that a
 * viewing changes is asked for anew when it is done.
 */
export function useWatching<Data>(title: Place, queryKey: QueryKey) {
  const queryClient = useQueryClient();
  const act = useOptimistic<Data>(queryKey);
  const path = { noun: nounOf(title.kind), ref: String(title.id) } as const;

  /** The deed, and then news of it to the rest of the page. */
  const telling = (deed: () => Promise<unknown>) => async () => {
    await deed();
    const own = JSON.stringify(queryKey);
    void queryClient.invalidateQueries({
      queryKey: [WATCHING],
      predicate: (query) => JSON.stringify(query.queryKey) !== own, // which useOptimistic asks for when all are done
    });
  };
  const status = (wanted: Status) =>
    body(api.PUT("/api/v1/me/standings/{noun}/{ref}", { params: { path }, body: { status: wanted } }));

  const watch = (what: What, { change, back, said }: Shown<Data>) => {
    let made: Watched | undefined;
    act({
      change,
      said,
      call: telling(async () => {
        made = await body(api.POST("/api/v1/me/viewings/{noun}/{ref}", { params: { path }, body: what }));
      }),
      undo: {
        change: back,
        call: telling(async () => {
          const ids = made?.viewings.map(({ id }) => id) ?? [];
          if (ids.length > 0) await body(api.POST("/api/v1/me/viewings/remove", { body: { ids } }));
          if (made?.before === "planned" || made?.before === "dropped") await status(made.before);
        }),
      },
    });
  };

  const unwatch = (what: Pick<What, "season" | "episode">, { change, back, said }: Shown<Data>) => {
    let gone: Watched | undefined;
    act({
      change,
      said,
      call: telling(async () => {
        gone = await body(api.DELETE("/api/v1/me/viewings/{noun}/{ref}", { params: { path, query: what } }));
      }),
      undo: { change: back, call: telling(() => restore(path, gone?.viewings ?? [])) },
    });
  };

  const stand = (wanted: Status, before: Status, { change, back, said }: Shown<Data>) => {
    act({
      change,
      said,
      call: telling(() => status(wanted)),
      undo: { change: back, call: telling(() => status(before)) },
    });
  };

  return { watch, unwatch, stand };
}

/** Puts back what was taken out, each at its time. */
export async function restore(
  path: { noun: "movies" | "tv"; ref: string },
  viewings: Pick<Watched["viewings"][number], "season" | "episode" | "watchedAt">[],
) {
  if (viewings.length === 0) return;
  const dated = viewings.map(({ season, episode, watchedAt }) => ({ season, episode, watchedAt }));
  await body(api.POST("/api/v1/me/viewings/{noun}/{ref}/dated", { params: { path }, body: { viewings: dated } }));
}
