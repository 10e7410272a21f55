import { defineConfig } from "vite";

import { icons } from "../realtime/client/build/icons.ts";
import { fluent } from "../realtime/client/build/strings.ts";
import { preloadFaces } from "../realtime/client/look/preload.ts";

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** Four pages. The server gives `console.html` at /console, `screen.html` at /screen, `desk.html` at /desk and `without-names.html` at
 * /without-names; the rest lies under /desk/. */
export default defineConfig({
  root: here("."),
  base: "/desk/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [fluent(), icons(here("src"), here("../realtime/client/look"), here("../realtime/client/stored")), preloadFaces()],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    // The pages' policy allows only their own origin: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { console: here("console.html"), screen: here("screen.html"), desk: here("desk.html"), "without-names": here("without-names.html") } },
  },
});
