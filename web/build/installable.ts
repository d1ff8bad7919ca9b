import type { PluginOption } from "vite";
import { VitePWA, type ManifestOptions } from "vite-plugin-pwa";

const page = (name: string, url: string) => ({
  name,
  url,
  icons: [{ src: "/icons/any-192.png", sizes: "192x192", type: "image/png" }],
});

const MANIFEST: Partial<ManifestOptions> = {
  id: "/",
  name: "Matinee",
  short_name: "Matinee",
  description: "A home for films and television.",
  lang: "en",
  start_url: "/",
  scope: "/",
  display: "standalone",
  theme_color: "#15110f",
  background_color: "#15110f",
  categories: ["entertainment"],
  icons: [
    { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "/icons/any-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/any-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [page("Search", "/search"), page("Films", "/movies"), page("TV", "/tv")],
  share_target: {
    action: "/share",
    method: "GET",
    enctype: "application/x-www-form-urlencoded",
    params: { title: "title", text: "text", url: "url" },
  },
};

/** The manifest, and the service worker of worker/ with the list of what it keeps of the shell. */
export function installable(): PluginOption {
  return VitePWA({
    strategies: "injectManifest",
    srcDir: "worker",
    filename: "sw.ts",
    injectRegister: false, // src/lib/installing.ts does
    manifest: MANIFEST,
    includeManifestIcons: false,
    injectManifest: {
      // Fonts of other scripts are fetched by whoever reads those.
      globPatterns: [
        "index.html",
        "theme.js",
        "icon.svg",
        "assets/*.{js,css}",
        "assets/*-latin-{wdth,wght}-normal-*.woff2",
      ],
      globIgnores: [],
      // Names in assets carry a hash of their content already.
      dontCacheBustURLsMatching: /^assets\//,
    },
  });
}
