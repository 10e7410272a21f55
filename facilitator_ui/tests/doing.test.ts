import { describe, expect, test } from "vitest";

import { REFUSALS } from "../../realtime/client/refusals";
import type { RefusalCode } from "../../realtime/client/wire";
import { createDoing } from "../src/doing";
import { desk } from "./fixtures";
import { line, storeAt, t } from "./house";
import { MOMENTS } from "./moments";

const MINUTE = { t: "extend_stage", run: 4, minutes: 1 } as const;

function start() {
  const store = storeAt(MOMENTS.writing);
  const { sent, send } = line();
  return { store, sent, doing: createDoing({ t, store, send }) };
}

describe("a wish", () => {
  test("is sent once, however often it is clicked before the page has changed", async () => {
    const { store, sent, doing } = start();
    doing.act(MINUTE);
    doing.act(MINUTE);
    expect(sent).toHaveLength(1);
    expect(doing.isWaiting(MINUTE)).toBe(true);
    sent[0]?.answer({ done: true });
    await Promise.resolve();
    await Promise.resolve();
    expect(doing.isWaiting(MINUTE)).toBe(false);
    doing.act(MINUTE);
    expect(sent).toHaveLength(1);
    store.apply({ t: "console", body: desk({ answered: 8 }) });
    store.apply({ t: "at", position: "q" });
    doing.act(MINUTE);
    expect(sent).toHaveLength(2);
  });

  test("that was refused is said in words, and may be tried again", async () => {
    const { sent, doing } = start();
    doing.act(MINUTE);
    sent[0]?.answer({ refused: "stale_stage" });
    await Promise.resolve();
    await Promise.resolve();
    expect(doing.said.value).toMatchObject({ text: t("refused-stale-stage"), shown: true });
    doing.act(MINUTE);
    expect(sent).toHaveLength(2);
  });

  test("is not sent without a line, and says so", () => {
    const { store, sent, doing } = start();
    store.line.value = "reconnecting";
    doing.act(MINUTE);
    expect(sent).toEqual([]);
    expect(doing.said.value).toMatchObject({ text: t("not-live"), shown: true });
  });

  test("about a card can be taken back once it was granted, a veil to what it was before", async () => {
    const { store, sent, doing } = start();
    store.apply({ t: "console", body: MOMENTS.veiled.desk });
    store.apply({ t: "at", position: "q" });
    const cards = MOMENTS.veiled.desk.queue.map(({ id }) => id);
    const grant = async (place: number) => {
      sent[place]?.answer({ done: true });
      await Promise.resolve();
      await Promise.resolve();
    };
    doing.act({ t: "approve_card", run: 4, card: cards[0]!, rewrites: 0, seen: "waiting" });
    expect(doing.justDone.value).toBeNull();
    await grant(0);
    expect(doing.justDone.value).toEqual({ says: "just-approved", undo: { t: "reconsider_card", run: 4, card: cards[0], seen: "approved" } });
    doing.act({ t: "veil_card", run: 4, card: cards[1]!, veil: "family" });
    await grant(1);
    expect(doing.justDone.value).toEqual({ says: "just-veiled", undo: { t: "veil_card", run: 4, card: cards[1], veil: "loss" } });
    doing.act(doing.justDone.value!.undo);
    await grant(2);
    expect(doing.justDone.value).toBeNull();
  });

  test("that was refused has nothing to take back", async () => {
    const { sent, doing } = start();
    doing.act({ t: "hide_card", run: 4, card: "c" });
    sent[0]?.answer({ refused: "unknown_card" });
    await Promise.resolve();
    await Promise.resolve();
    expect(doing.justDone.value).toBeNull();
  });

  test.each(Object.keys(REFUSALS) as RefusalCode[])("refused with %s has a sentence", (code) => {
    expect(t(REFUSALS[code])).toMatch(/\.$/);
  });
});
