import { api, body } from "@/api/client";
import type { Carded } from "@/lib/cardCorner";
import { opinion } from "./queries";
import { foresee, type Change } from "./store";

/** The last deed for each title that has one on its way. */
const ways = new Map<number, Promise<void>>();

/** Thinks something else of a title: shown at once, and taken back if the server refuses. Deeds reach it in their order. */
export function think({ id, kind }: Carded, change: Change): Promise<void> {
  const end = foresee(id, change);
  const before = ways.get(id) ?? Promise.resolve();
  const path = { noun: kind === "movie" ? ("movies" as const) : ("tv" as const), ref: String(id) };
  const deed = before.then(async () => {
    try {
      const asked = { params: { path }, body: change, keepalive: change.notes === undefined }; // but for what may be long
      end(opinion(await body(api.PATCH("/api/v1/me/opinions/{noun}/{ref}", asked))));
    } catch (problem) {
      end();
      throw problem;
    }
  });
  const over = deed.catch(() => undefined); // whoever did it tells
  ways.set(id, over);
  void over.then(() => {
    if (ways.get(id) === over) ways.delete(id);
  });
  return deed;
}
