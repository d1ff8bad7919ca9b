import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Plugin } from "vite";

const OURS = /^\/(api|img|accounts)\//;
const WIDTH = /\/w\d+\//; // of a picture: any size of it is better than none
const OPINIONS = "/api/v1/me/opinions/"; // of titles whose page nobody was on while it was recorded
const NO_OPINION = '{"favorite":false,"rating":null,"notes":"","dismissed":false,"lovedAt":null,"ratedAt":null}';

interface Kept {
  status: number;
  type: string;
  file: string;
}

/** Answers in the server's stead from what scripts/record_mock.py has recorded in `folder`. It is root who looks. */
export function mock(folder: string): Plugin {
  return {
    name: "mock",
    apply: (_config, { command, mode }) => command === "serve" && mode === "mock",
    configureServer({ middlewares, config }) {
      const recording = new Recording(folder);
      config.logger.info(`  Answers come from the recording, ${recording.size} of them. Changes last until the end.`);
      middlewares.use((request, response, next) => {
        if (OURS.test(request.url ?? "")) void answer(recording, request, response);
        else next();
      });
    },
    // The page asks who is signed in only where somebody has been.
    transformIndexHtml: () => [
      { tag: "script", children: 'localStorage.setItem("matinee.signedIn", "yes")', injectTo: "head-prepend" },
    ],
  };
}

class Recording {
  readonly #folder: string;
  readonly #answers: Map<string, Kept>;
  readonly #paths: Map<string, Kept>;
  readonly #changed = new Map<string, object>();

  constructor(folder: string) {
    const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Record<string, Kept>;
    this.#folder = folder;
    this.#answers = new Map(Object.entries(index));
    this.#paths = new Map(Object.entries(index).map(([address, kept]) => [rough(address), kept]));
  }

  get size(): number {
    return this.#answers.size;
  }

  /** What was answered there: to the same query if that was asked, else to another. */
  find(address: string): { type: string; body: Buffer } | undefined {
    const changed = this.#changed.get(rough(address));
    if (changed) return { type: "application/json", body: Buffer.from(JSON.stringify(changed)) };
    const kept = this.#answers.get(address) ?? this.#paths.get(rough(address));
    if (!kept && address.startsWith(OPINIONS)) return { type: "application/json", body: Buffer.from(NO_OPINION) };
    return kept && { type: kept.type, body: readFileSync(join(this.#folder, kept.file)) };
  }

  /** Puts what is sent over what was answered there, until the end; false where nothing was. */
  change(address: string, sent: object): boolean {
    const found = this.find(address);
    if (!found?.type.includes("json")) return false;
    this.#changed.set(rough(address), { ...(JSON.parse(found.body.toString()) as object), ...sent });
    return true;
  }

  /** Every notification is read. */
  readAll(): void {
    const list = "/api/v1/notifications";
    const found = this.find(list);
    if (!found) return;
    const { items, ...rest } = JSON.parse(found.body.toString()) as { items: object[] };
    const readAt = new Date().toISOString();
    this.#changed.set(list, { ...rest, unread: 0, items: items.map((item) => ({ ...item, readAt })) });
  }
}

const rough = (address: string) => (address.split("?")[0] ?? "").replace(WIDTH, "/");

async function answer(recording: Recording, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = request.url ?? "";
  const method = request.method ?? "GET";
  if (method !== "GET") {
    const sent = await read(request);
    if (address === "/api/v1/notifications/read") recording.readAll();
    const merged = (method === "PATCH" || method === "PUT") && recording.change(address, sent);
    if (!merged) {
      response.writeHead(204).end();
      return;
    }
  }
  const found = recording.find(address);
  if (found) response.writeHead(200, { "Content-Type": found.type }).end(found.body);
  else refuse(response, address);
}

async function read(request: IncomingMessage): Promise<object> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as object;
  } catch {
    return {}; // a picture, or nothing
  }
}

function refuse(response: ServerResponse, address: string): void {
  const problem = {
    type: "about:blank",
    title: "Not recorded",
    status: 501,
    detail: `The recording has no answer for ${address}. Record anew with make mock.`,
  };
  response.writeHead(501, { "Content-Type": "application/problem+json" }).end(JSON.stringify(problem));
}
