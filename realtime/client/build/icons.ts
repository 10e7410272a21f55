/** For the build: the icons' drawings as data, and of those only what a page's own sources name. */
import type { Plugin, Rolldown } from "vite";

export interface Drawing {
  viewBox: string;
  paths: string;
}

type Files = Rolldown.PluginContext["fs"];

const SYMBOL = /<symbol id="([\w-]+)" viewBox="([\d ]+)">(.*?)<\/symbol>/g;
const QUERY = "?drawings";

export function drawingsOf(sprite: string): Record<string, Drawing> {
  return Object.fromEntries(Array.from(sprite.matchAll(SYMBOL), ([, id = "", viewBox = "", paths = ""]) => [id, { viewBox, paths }]));
}

/** Those whose name stands as a literal anywhere in `source`: sometimes one too many, never one too few. */
export function namedIn(source: string, drawings: Record<string, Drawing>): Record<string, Drawing> {
  return Object.fromEntries(Object.entries(drawings).filter(([name]) => source.includes(`"${name}"`)));
}

/** All scripts in the folder and those below it, as one text. */
async function sourcesIn(folder: string, fs: Files): Promise<string> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const texts = entries.map((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path, fs);
    return /\.tsx?$/.test(entry.name) ? fs.readFile(path, { encoding: "utf8" }) : "";
  });
  return (await Promise.all(texts)).join("\n");
}

/** `import drawings from "./icons.svg?drawings"` gives all of them; in a built page those that the sources in `folders` name. */
export function icons(...folders: string[]): Plugin {
  let building = false;
  return {
    name: "holdspace-icons",
    enforce: "pre", // before any other part of the build takes the drawings for a picture file
    configResolved: (config) => {
      building = config.command === "build";
    },
    load: {
      filter: { id: /\.svg\?drawings$/ },
      async handler(id) {
        const all = drawingsOf(await this.fs.readFile(id.slice(0, -QUERY.length), { encoding: "utf8" }));
        const sources = building ? await Promise.all(folders.map((folder) => sourcesIn(folder, this.fs))) : [];
        const used = building ? namedIn(sources.join("\n"), all) : all;
        return { code: `export default ${JSON.stringify(used)};`, moduleType: "js" };
      },
    },
  };
}
