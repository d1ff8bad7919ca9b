// Runs a TypeScript file with Vite's own loader: node build/run.js build/words/check.ts
import { runnerImport } from "vite";

await runnerImport(`./${process.argv[2]}`, { logLevel: "warn" });
