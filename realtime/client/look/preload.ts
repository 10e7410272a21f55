/** For the build of both pages: the two faces are asked for with the page, not after its style sheet. */
import type { Plugin } from "vite";

const FACES = /(literata-latin-400-normal|atkinson-hyperlegible-next-latin-wght-normal)[\w-]*\.woff2$/;

export function preloadFaces(): Plugin {
  let base = "/";
  return {
    name: "holdspace-preload-faces",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FACES.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: base + file },
            injectTo: "head" as const,
          })),
    },
  };
}
