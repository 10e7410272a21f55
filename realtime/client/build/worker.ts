/** For the build of the phone: its worker is a file of its own at a fixed place, and knows every other file of the build. */
import type { Plugin } from "vite";

export const WORKER = "worker.js";

export function worker(): Plugin {
  let base = "/";
  return {
    name: "holdspace-worker",
    configResolved: (config) => {
      base = config.base;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const made = bundle[WORKER];
        if (made?.type !== "chunk") throw new Error(`the build made no ${WORKER}`);
        const files = Object.keys(bundle).filter((name) => name !== WORKER && !name.endsWith(".html"));
        made.code = made.code.replace("FILES_OF_THIS_BUILD", JSON.stringify(files.map((name) => base + name).toSorted()));
      },
    },
  };
}
