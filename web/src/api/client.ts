import createClient from "openapi-fetch";
import type { paths } from "@/api/schema";
import { csrf } from "@/api/csrf";
import { noConnection, Problem, problemFrom } from "@/api/problem";
import { fetchProven } from "@/api/proof";
import { reading } from "@/api/reading";
import { noteAnswer } from "@/lib/reach";

/** The server's API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: "/", fetch: fetchProven });
api.use(csrf, reading);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** A request that is under way, whatever it answers. */
export type Call = Promise<Answer<unknown>>;

/** The body of a good answer; throws a `Problem` for every other outcome. */
export async function body<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await whole(call);
  if (!response.ok || data === undefined) throw problemFrom(response, error);
  return data;
}

/** For answers without a body: throws a `Problem` unless it went well. */
export async function done(call: Call): Promise<void> {
  const { error, response } = await whole(call);
  if (!response.ok) throw problemFrom(response, error);
}

async function whole<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    const answer = await call;
    noteAnswer(answer.response);
    return answer;
  } catch (cause) {
    if (cause instanceof Problem || (cause instanceof DOMException && cause.name === "AbortError")) throw cause;
    noteAnswer(null);
    throw noConnection(cause);
  }
}
