import { readFileSync } from "node:fs";
import { defineConfig } from "@hey-api/openapi-ts";

// Only what is asked: no answers, whose shapes are nothing to a form; no defaults, which would change what was left out
// of a change; no discriminators, which would hide at which field of a choice the fault is.
const LEFT_OUT = new Set(["responses", "default", "discriminator"]);

const document = JSON.parse(readFileSync("openapi.json", "utf8"), (key, value: unknown) =>
  LEFT_OUT.has(key) ? undefined : value,
) as Record<string, unknown>;

/** Checks of the bodies that forms send, as the server describes them. */
export default defineConfig({
  input: document,
  output: "src/api/bodies",
  logs: { level: "error", file: false },
  parser: {
    filters: {
      operations: { include: [String.raw`/^(POST|PUT|PATCH) \/api\/v1\/(?!auth\/app\/)/`] }, // that is for apps
      orphans: false,
    },
  },
  plugins: [{ name: "zod", compatibilityVersion: "mini", responses: false }],
});
