import { describe, expect, it } from "vitest";

import { idsOf } from "../../realtime/client/strings";
import { REFUSALS } from "../../realtime/client/refusals";
import stored from "../../realtime/client/stored/en.ftl?raw";
import ftl from "../src/strings/en.ftl?raw";

const sources = import.meta.glob<string>("../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const source = Object.values(sources).join("\n");
const ids = idsOf(ftl);

/** Ids made of a shorter one that stands in the source, and what stands behind it there. */
const MADE = ["-do", "-heading"];

function isUsed(id: string): boolean {
  if (Object.values(REFUSALS).includes(id) || source.includes(`"${id}"`)) return true;
  return MADE.some((end) => id.endsWith(end) && source.includes(`"${id.slice(0, -end.length)}"`) && source.includes(`${end}\``));
}

describe("the phone's strings", () => {
  it("are each there once", () => expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]));

  it("are all used", () => expect(ids.filter((id) => !isUsed(id))).toEqual([]));

  it("are all there", () => {
    const asked = [...source.matchAll(/\bt\("([a-z][\w-]*)"/g)].map((match) => match[1] ?? "");
    expect([...asked, ...Object.values(REFUSALS)].filter((id) => ![...ids, ...idsOf(stored)].includes(id))).toEqual([]);
  });

  it("invite, and promise nothing that cannot be kept (G-M4)", () => {
    const words = ftl.replaceAll("not anonymous", "").split("\n").filter((line) => !line.startsWith("#"));
    const forbidden = /!|\banonym|\bsafe|\bsecure|\boops\b|please wait|untraceable|nobody can ever|\bsubmit\b|100 ?%/i;
    expect(words.filter((line) => forbidden.test(line))).toEqual([]);
  });
});
