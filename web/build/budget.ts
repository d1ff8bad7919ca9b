import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const FIRST_LOAD = 130_000; // bytes, gzip: what the page names and everything that imports at once
const ROUTE = 60_000; // bytes, gzip: any other chunk

interface Chunk {
  fileName: string;
  code: string;
  imports: string[];
}

/** Fails the build when the JavaScript of the first load, or of one page, outgrows its budget. */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle: {
      order: "post", // Vite's own last touch, the table of what each chunk needs, is worth 2 kB
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const chunks = new Map(
          files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file as Chunk]] : [])),
        );
        const page = bundle["index.html"];
        const first = firstLoad(page?.type === "asset" ? String(page.source) : "", chunks);
        const weigh = (chunk: Chunk) => gzipSync(chunk.code, { level: 9 }).length;
        const total = [...first].reduce((sum, chunk) => sum + weigh(chunk), 0);
        if (total > FIRST_LOAD) this.error(`First load is ${total} bytes compressed; the budget is ${FIRST_LOAD}`);
        for (const chunk of chunks.values()) {
          const bytes = weigh(chunk);
          if (!first.has(chunk) && bytes > ROUTE) {
            this.error(`${chunk.fileName} is ${bytes} bytes compressed; the budget of a page is ${ROUTE}`);
          }
        }
        this.info(`First load: ${(total / 1000).toFixed(1)} kB of JavaScript, compressed`);
      },
    },
  };
}

function firstLoad(page: string, chunks: Map<string, Chunk>): Set<Chunk> {
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.forEach((name) => {
      add(chunks.get(name));
    });
  };
  for (const chunk of chunks.values()) if (page.includes(`/${chunk.fileName}"`)) add(chunk);
  return found;
}
