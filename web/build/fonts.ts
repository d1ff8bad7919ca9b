import type { Plugin } from "vite";

// What every page is written in. Those of other scripts are fetched where such letters are.
const ALWAYS = /\/(figtree|bricolage-grotesque)-latin-(wdth|wght)-normal-[\w-]+\.woff2$/;

/** Names the fonts in the page, so that they are on their way before the first words are measured, not after. */
export function fonts(): Plugin {
  return {
    name: "fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .map((file) => `/${file}`)
          .filter((file) => ALWAYS.test(file))
          .map((href) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href, crossorigin: true },
            injectTo: "head" as const,
          })),
    },
  };
}
