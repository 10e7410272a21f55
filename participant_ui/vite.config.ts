import { defineConfig } from "vite";

import { icons } from "../realtime/client/build/icons.ts";
import { fluent } from "../realtime/client/build/strings.ts";
import { worker, WORKER } from "../realtime/client/build/worker.ts";
import { preloadFaces } from "../realtime/client/look/preload.ts";

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

export default defineConfig({
  root: here("."),
  base: "/phone/",
  plugins: [fluent(), icons(here("src"), here("../realtime/client/look"), here("../realtime/client/stored")), preloadFaces(), worker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // A strict policy allows no data: addresses, so that everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here("index.html"), worker: here("src/worker.ts") },
      output: { entryFileNames: (chunk) => (chunk.name === "worker" ? WORKER : "assets/[name]-[hash].js") },
    },
  },
});
