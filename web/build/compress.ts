import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(html|js|css|svg|json|webmanifest|txt)$/;
const WORTH_IT = 1024; // bytes; below, the saving is smaller than a packet

type Press = (body: Buffer) => Promise<Buffer>;

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

function presses(): [suffix: string, press: Press][] {
  const found: [string, Press][] = [
    [".br", (body) => brotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } })],
    [".gz", (body) => gzip(body, { level: 9 })],
  ];
  const zstd = (zlib as { zstdCompress?: (body: Buffer, done: (error: Error | null, data: Buffer) => void) => void })
    .zstdCompress; // from Node 22.15 on
  if (zstd) found.push([".zst", promisify<Buffer, Buffer>(zstd)]);
  return found;
}

/** Writes .br, .gz and, where this Node can, .zst beside every text file of the build. */
export function compress(): Plugin {
  let folder = "";
  return {
    name: "compress",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      order: "post",
      sequential: true, // the service worker is written at the end, too
      async handler() {
        const names = await readdir(folder, { recursive: true });
        await Promise.all(names.filter((name) => TEXT.test(name)).map((name) => compressFile(join(folder, name))));
      },
    },
  };
}

async function compressFile(file: string): Promise<void> {
  if ((await stat(file)).size < WORTH_IT) return;
  const body = await readFile(file);
  for (const [suffix, press] of presses()) {
    const pressed = await press(body);
    if (pressed.length < body.length) await writeFile(file + suffix, pressed);
  }
}
