import createClient from "openapi-fetch";
import type { paths } from "@/api/schema";
import { noConnection, problemFrom } from "@/api/problem";

/** The server's API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: "/" });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; throws a `Problem` for every other outcome. */
export async function body<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw noConnection(cause);
  });
  if (!response.ok || data === undefined) throw problemFrom(response, error);
  return data;
}
