/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { budget } from "./build/budget.ts";
import { compress } from "./build/compress.ts";
import { fonts } from "./build/fonts.ts";
import { installable } from "./build/installable.ts";
import { messages } from "./build/messages.ts";
import { mock } from "./build/mock.ts";

// The server is told the name that the browser sees, else it would take our own requests for a stranger's.
const server = { target: process.env.MATINEE_DEV_SERVER ?? "http://127.0.0.1:8484", changeOrigin: false };

// Loaders are in the first load, so that a page's data is asked for while its chunk is fetched. Not those of pages that
// few open first: theirs come with the page.
const SELDOM_FIRST =
  /^\/(_account|activity|calendar|connections|favorites|for-you|gallery|history|imports|settings|shared?|stats|together|watchlists)(\/|$)/;
const splitBehavior = ({ routeId }: { routeId: string }) =>
  SELDOM_FIRST.test(routeId)
    ? [["loader" as const, "component" as const, "pendingComponent" as const]]
    : [["component" as const]];

const FORMS = /\/src\/components\/form\/|\/node_modules\/(react-hook-form|zod|@hookform)\//;
const TELLING = /\/src\/features\/notifications\//;
const PARTS = /\/node_modules\/lucide-react\/|\/src\/(components\/(atoms|molecules)|lib)\//;

export default defineConfig({
  plugins: [
    messages(),
    tanstackRouter({ codeSplittingOptions: { splitBehavior } }),
    react(),
    tailwindcss(),
    budget(),
    fonts(),
    installable(),
    compress(),
    mock(process.env.MATINEE_RECORDING ?? fileURLToPath(new URL("./mock/recording", import.meta.url))),
  ],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // As one file: its parts need a helper of the bundler's, which would be in everybody's first load.
      "socket.io-client": fileURLToPath(
        new URL("./node_modules/socket.io-client/dist/socket.io.esm.min.js", import.meta.url),
      ),
      // React has had the hook itself for years; the router's store brings it along for those before.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
  },
  server: {
    proxy: { "/api": server, "/img": server, "/accounts": server, "/socket.io": { ...server, ws: true } },
  },
  build: {
    outDir: fileURLToPath(new URL("../matinee/config/client", import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false }, // all of `target` can
    assetsInlineLimit: 0, // the content security policy allows no data: fonts
    rolldownOptions: {
      // Reading a property does nothing but read it, in our code and in that of others.
      treeshake: { propertyReadSideEffects: false },
      output: {
        // The first load names every chunk there is, and words in those names are half a kB.
        chunkFileNames: "assets/[hash].js",
        // Two chunks for what every page needs, ours and others': they press better than thirty, and the libraries stay
        // in the browser's cache when only we change.
        codeSplitting: {
          groups: [
            { name: "libraries", tags: ["$initial"], test: /node_modules/, priority: 3 },
            { name: "frame", tags: ["$initial"], priority: 2 },
            // And some for the small things that many pages share: a hundred chunks of half a kB cost more to name than to
            // load. What both could hold is in the parts, so that a page without a form loads none of the forms.
            { name: "parts", test: PARTS, minShareCount: 2, priority: 1 },
            { name: "forms", test: FORMS, minShareCount: 2 },
            { name: "telling", test: TELLING, minShareCount: 2 },
          ],
        },
      },
    },
    target: ["chrome123", "firefox128", "safari17.5"], // light-dark() and friends need no rewriting
  },
  test: {
    css: { include: /tokens\.css/ }, // a test reads the colours
    projects: [
      { extends: true, test: { name: "logic", environment: "node", include: ["{src,build}/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "components",
          environment: "happy-dom",
          include: ["src/**/*.test.tsx"],
          setupFiles: ["src/testing.ts"],
        },
      },
    ],
  },
});
