import { expect, test } from "vitest";

import { REFUSALS } from "../../realtime/client/refusals";
import { idsOf } from "../../realtime/client/strings";
import pictures from "../../realtime/client/pictures/en.ftl?raw";
import stored from "../../realtime/client/stored/en.ftl?raw";
import closing from "../src/strings/closing.en.ftl?raw";
import own from "../src/strings/en.ftl?raw";
import erasing from "../src/strings/erasing.en.ftl?raw";
import without from "../src/strings/without.en.ftl?raw";
import rooms from "../src/strings/rooms.en.ftl?raw";
import screen from "../src/strings/screen.en.ftl?raw";
import signals from "../src/strings/signals.en.ftl?raw";

const sources = import.meta.glob(["../src/**/*.{ts,tsx}", "!../src/desk/**", "!../src/desk.tsx", "../../realtime/client/pictures/*.{ts,tsx}"], { query: "?raw", import: "default", eager: true });
const source = Object.values(sources).join("\n") as string;
const FTL = `${own}\n${rooms}\n${screen}\n${closing}\n${signals}\n${erasing}\n${without}\n${pictures}`;
const ids = idsOf(FTL);
/** Their own test says that each is used: the phone says them too. */
const shared = idsOf(stored);

test("every sentence stands once", () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("every sentence that is asked for exists", () => {
  const asked = [...source.matchAll(/\bt\("([\w-]+)"/g)].map((match) => match[1] as string);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((id) => ![...ids, ...shared].includes(id))).toEqual([]);
  expect(Object.values(REFUSALS).filter((id) => !ids.includes(id))).toEqual([]);
});

test("no sentence is left over", () => {
  const beginnings = [...source.matchAll(/`([a-z-]+-)\$\{/g)].map((match) => match[1] as string);
  const used = (id: string) =>
    source.includes(`"${id}"`) || Object.values(REFUSALS).includes(id) || beginnings.some((beginning) => id.startsWith(beginning));
  expect(ids.filter((id) => !used(id))).toEqual([]);
});

test("sentences invite: no exclamation, and no promise that the tool cannot keep", () => {
  const said = FTL.split("\n").filter((line) => !line.startsWith("#")).join("\n");
  expect(said).not.toMatch(/!|\bplease wait\b|\boops\b|\bsafe\b|\bsecure\b/i);
  expect(said.match(/anonymous/gi)).toHaveLength(2);
});
