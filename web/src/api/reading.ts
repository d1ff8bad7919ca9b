import type { Middleware } from "openapi-fetch";
import { problemFrom } from "@/api/problem";

const NO_CONTENT = 204;

/** Reads a good answer. One that is no JSON (a proxy's own page, half an answer) is a `Problem` of that very answer. */
export const reading: Middleware = {
  onResponse({ response }) {
    // Chrome gives a body even to an answer that has none by definition, and refuses to make another such one.
    return response.ok && response.status !== NO_CONTENT ? new Answered(response) : undefined;
  },
};

/** The client sees an answer last as its text or its JSON; what is thrown from here still knows the id of its request. */
class Answered extends Response {
  constructor(answer: Response) {
    super(answer.body, answer);
    this.headers.set("content-length", "unknown"); // else the client reads the text, and parses it out of our sight
  }

  override async json(): Promise<unknown> {
    const text = await this.text();
    if (!text) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw problemFrom(this, text);
    }
  }
}
