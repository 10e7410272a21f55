import { beforeEach, describe, expect, it } from "vitest";

import { connect, CONNECT_TIMEOUT, DEFAULT_SILENCE, FIRST_RETRY, LAST_RETRY, LAST_RETRY_HIDDEN, LEAST_RETRY, NO_PROOF, STALE_ATTEMPT, UNPROVED_RETRIES, type Connection, type ConnectionOptions } from "../connection";
import type { Closed, Line } from "../store";
import type { SeatProof, ToPage } from "../wire";
import { FakeBrowser, settled } from "./ends";
import { firstView, welcome } from "./views";

const PROOF: SeatProof = { t: "seat", code: "K7WP3MXQ", key: "00".repeat(16) };

let browser: FakeBrowser;
let lines: Line[];
let heard: ToPage[];
let closed: Closed[];

beforeEach(() => {
  browser = new FakeBrowser();
  lines = [];
  heard = [];
  closed = [];
});

async function begin(change: Partial<ConnectionOptions> = {}): Promise<Connection> {
  const connection = connect({
    url: "ws://room/ws",
    proof: async () => PROOF,
    onMessage: (message) => heard.push(message),
    onLine: (line) => lines.push(line),
    onClosed: (reason) => closed.push(reason),
    seams: browser.seams,
    ...change,
  });
  await settled();
  return connection;
}

async function live(): Promise<Connection> {
  const connection = await begin();
  browser.socket.opens();
  browser.socket.says(...firstView());
  return connection;
}

describe("coming in", () => {
  it("says hello with its proof as the first frame, and is live only after the welcome", async () => {
    await begin();
    browser.socket.opens();
    expect(browser.socket.messages).toEqual([{ t: "hello", protocol: 1, proof: PROOF, position: null }]);
    expect(lines).toEqual([]);
    browser.socket.says(welcome());
    expect(lines).toEqual(["live"]);
  });

  it("stops where there is nothing to prove itself with", async () => {
    await begin({ proof: async () => null });
    expect(browser.sockets).toEqual([]);
    expect(lines).toEqual(["closed"]);
    expect(closed).toEqual([{ code: NO_PROOF, reason: "nothing to prove this page with" }]);
  });

  it("takes a proof that cannot be fetched as an attempt that failed", async () => {
    let asked = 0;
    await begin({
      proof: async () => {
        asked += 1;
        if (asked === 1) throw new TypeError("network");
        return PROOF;
      },
    });
    expect(browser.sockets).toEqual([]);
    await browser.passes(FIRST_RETRY);
    expect(browser.sockets).toHaveLength(1);
  });

  it("gives up a socket that does not open in time", async () => {
    await begin();
    await browser.passes(CONNECT_TIMEOUT);
    expect(browser.socket.closedByPage).toBe(true);
    await browser.passes(FIRST_RETRY);
    expect(browser.sockets).toHaveLength(2);
  });

  it("sends nothing before the welcome", async () => {
    const connection = await begin();
    browser.socket.opens();
    expect(connection.send({ t: "alive" })).toBe(false);
    expect(browser.socket.sent).toHaveLength(1);
  });
});

describe("a living line", () => {
  it("answers each beat", async () => {
    await live();
    browser.socket.says({ t: "beat", now: 5000 });
    expect(browser.socket.messages.at(-1)).toEqual({ t: "alive" });
  });

  it("is believed dead after the silence that the welcome named", async () => {
    await begin();
    browser.socket.opens();
    browser.socket.says(welcome({ silence: 900 }));
    await browser.passes(899);
    expect(lines).toEqual(["live"]);
    await browser.passes(1);
    expect(lines).toEqual(["live", "reconnecting"]);
    expect(browser.socket.closedByPage).toBe(true);
  });

  it("lives on while anything is heard", async () => {
    await live();
    for (let beat = 0; beat < 5; beat += 1) {
      await browser.passes(4000);
      browser.socket.says({ t: "beat", now: beat });
    }
    expect(lines).toEqual(["live"]);
  });
});

describe("coming back", () => {
  it("shows its last position and becomes live again", async () => {
    await live();
    browser.socket.closes(1006);
    expect(lines).toEqual(["live", "reconnecting"]);
    await browser.passes(FIRST_RETRY);
    browser.socket.opens();
    expect(browser.socket.messages[0]).toMatchObject({ position: "p1" });
    browser.socket.says(...firstView());
    expect(lines).toEqual(["live", "reconnecting", "live"]);
  });

  it("waits longer after each failure, never longer than the last retry", async () => {
    await begin();
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      const [before, since] = [browser.sockets.length, browser.time];
      browser.socket.closes(1006);
      while (browser.sockets.length === before) await browser.passes(100);
      waits.push(browser.time - since);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]);
    expect(Math.max(...waits)).toBe(LAST_RETRY);
  });

  it("draws its delay from the whole window, so that a room does not come back at one moment", async () => {
    const moments: number[] = [];
    for (let tenth = 0; tenth <= 10; tenth += 1) {
      browser = new FakeBrowser();
      browser.chance = tenth / 10;
      await live();
      browser.socket.closes(1006);
      while (browser.sockets.length < 2) await browser.passes(5);
      moments.push(browser.time);
    }
    expect([moments[0], moments.at(-1)]).toEqual([LEAST_RETRY, FIRST_RETRY]);
    const gaps = moments.slice(1).map((moment, number) => moment - (moments[number] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(FIRST_RETRY / 10);
  });

  it("is back within the last retry of a server that was away for long, and mostly in half of it (G-R10)", async () => {
    const waits: number[] = [];
    for (let tenth = 0; tenth <= 10; tenth += 1) {
      browser = new FakeBrowser();
      browser.chance = tenth / 10;
      await live();
      for (let failure = 0; failure < 8; failure += 1) {
        const before = browser.sockets.length;
        browser.socket.closes(1006);
        while (browser.sockets.length === before) await browser.passes(50);
      }
      const since = browser.time;
      browser.socket.closes(1006);
      const before = browser.sockets.length;
      while (browser.sockets.length === before) await browser.passes(50);
      waits.push(browser.time - since);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(LAST_RETRY);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeLessThan(LAST_RETRY / 2 + 100);
  });

  it("asks more rarely while nobody looks, and at once when somebody does", async () => {
    await live();
    browser.document.visibilityState = "hidden";
    for (let failure = 0; failure < 8; failure += 1) {
      browser.socket.closes(1006);
      await browser.passes(LAST_RETRY_HIDDEN);
    }
    const before = browser.sockets.length;
    browser.socket.closes(1006);
    await browser.passes(LAST_RETRY_HIDDEN - 1);
    expect(browser.sockets).toHaveLength(before);
    browser.document.visibilityState = "visible";
    await browser.happens("document", "visibilitychange");
    expect(browser.sockets).toHaveLength(before + 1);
  });

  it("tries at once when the network is back", async () => {
    await live();
    browser.socket.closes(1006);
    await browser.happens("window", "online");
    expect(browser.sockets).toHaveLength(2);
  });

  it("spreads the phones of a room that are dropped at once, and has all of them back soon after the server is", async () => {
    const away = 3000;
    const attempts: number[] = [];
    const back: number[] = [];
    for (let phone = 0; phone < 500; phone += 1) {
      browser = new FakeBrowser();
      let turn = phone;
      browser.draw = () => ((turn = (turn * 1103515245 + 12345) % 2147483648) / 2147483648);
      await live();
      browser.socket.closes(1006);
      while (lines.at(-1) !== "live") {
        const before = browser.sockets.length;
        while (browser.sockets.length === before) await browser.passes(10);
        attempts.push(browser.time);
        if (browser.time < away) browser.socket.closes(1006);
        else browser.socket.says(...firstView());
      }
      back.push(browser.time);
    }
    const inTenth = Map.groupBy(attempts, (moment) => Math.floor(moment / 100));
    const most = Math.max(...[...inTenth.values()].map((moments) => moments.length));
    expect(most, "in any tenth of a second").toBeLessThan(500 / 3);
    expect(Math.max(...back)).toBeLessThanOrEqual(away + LAST_RETRY + 10);
  });

  it("begins anew when the network is back while an older attempt still waits for an answer (G-R10)", async () => {
    await live();
    browser.socket.closes(1006);
    await browser.passes(FIRST_RETRY);
    expect(browser.sockets).toHaveLength(2);
    await browser.happens("window", "online");
    expect(browser.sockets, "an attempt that has just begun goes on").toHaveLength(2);
    await browser.passes(STALE_ATTEMPT + 1);
    await browser.happens("window", "online");
    expect(browser.sockets).toHaveLength(3);
  });

  it.each(["online", "visibilitychange"])("is in its place at once on %s, however long it was away (G-R10)", async (hint) => {
    await live();
    for (let failure = 0; failure < 12; failure += 1) {
      browser.socket.closes(1006);
      await browser.passes(LAST_RETRY);
    }
    browser.socket.closes(1006);
    const since = browser.time;
    await browser.happens(hint === "online" ? "window" : "document", hint);
    browser.socket.opens();
    browser.socket.says(...firstView());
    expect(lines.at(-1)).toBe("live");
    expect(browser.time).toBe(since);
  });

  it("says that it is away once nothing was heard for the silence, whatever the socket says of itself (G-R10)", async () => {
    await live();
    await browser.passes(DEFAULT_SILENCE - 1);
    expect(lines.at(-1)).toBe("live");
    await browser.passes(1);
    expect(lines.at(-1)).toBe("reconnecting");
  });

  it("leaves a line alone that was heard of just now", async () => {
    await live();
    await browser.happens("window", "online");
    await browser.happens("document", "visibilitychange");
    expect(browser.sockets).toHaveLength(1);
  });

  it("does not trust an open socket after a sleep", async () => {
    await live();
    browser.sleeps(30_000);
    await browser.happens("document", "visibilitychange");
    expect(browser.sockets).toHaveLength(2);
    expect(lines).toEqual(["live", "reconnecting"]);
  });

  it("comes back from the browser's page cache with a new socket", async () => {
    await live();
    await browser.happens("window", "pageshow", false);
    expect(browser.sockets).toHaveLength(1);
    await browser.happens("window", "pageshow", true);
    expect(browser.sockets).toHaveLength(2);
    expect(lines).toEqual(["live", "reconnecting"]);
  });
});

describe("orphans (G-R6)", () => {
  it("changes nothing by an older socket's late frames and late close", async () => {
    await live();
    const orphan = browser.socket;
    await browser.passes(7000 + FIRST_RETRY);
    browser.socket.opens();
    browser.socket.says(...firstView());
    const before = heard.length;
    orphan.says({ t: "beat", now: 1 });
    orphan.closes(4410);
    expect(heard).toHaveLength(before);
    expect(closed).toEqual([]);
    expect(lines.at(-1)).toBe("live");
  });

  it("ignores a proof that arrives after a newer attempt began", async () => {
    const waiting: ((proof: SeatProof) => void)[] = [];
    await begin({ proof: () => new Promise((resolve) => waiting.push(resolve)) });
    await browser.passes(CONNECT_TIMEOUT + FIRST_RETRY);
    expect(waiting).toHaveLength(2);
    waiting[0]?.(PROOF);
    await settled();
    expect(browser.sockets).toHaveLength(0);
    waiting[1]?.(PROOF);
    await settled();
    expect(browser.sockets).toHaveLength(1);
  });
});

describe("closed for good", () => {
  it.each([4002, 4400, 4402, 4410])("stays closed after %i", async (code) => {
    await live();
    browser.socket.closes(code);
    await browser.passes(60_000);
    await browser.happens("window", "online");
    expect(browser.sockets).toHaveLength(1);
    expect(lines).toEqual(["live", "closed"]);
    expect(closed.map((each) => each.code)).toEqual([code]);
  });

  it.each([4000, 4001, 4005, 4429, 1001, 1006])("comes back after %i", async (code) => {
    await live();
    browser.socket.closes(code);
    await browser.passes(FIRST_RETRY);
    expect(browser.sockets).toHaveLength(2);
  });

  it("does not believe at once that its proof is not known: a slow network looks the same", async () => {
    await live();
    for (let again = 0; again < UNPROVED_RETRIES; again += 1) {
      browser.socket.closes(4401);
      expect(closed).toEqual([]);
      await browser.passes(FIRST_RETRY * 2 ** again);
      browser.socket.opens();
      expect(browser.sockets).toHaveLength(2 + again);
    }
    browser.socket.closes(4401);
    await browser.passes(60_000);
    expect(browser.sockets).toHaveLength(1 + UNPROVED_RETRIES);
    expect(closed.map((each) => each.code)).toEqual([4401]);
  });

  it("counts anew once its proof was accepted", async () => {
    await live();
    for (let again = 0; again < UNPROVED_RETRIES + 2; again += 1) {
      browser.socket.closes(4401);
      await browser.passes(FIRST_RETRY);
      browser.socket.opens();
      browser.socket.says(...firstView());
    }
    expect(closed).toEqual([]);
    expect(lines.at(-1)).toBe("live");
  });

  it("comes back when it is asked to", async () => {
    const connection = await live();
    browser.socket.closes(4002);
    connection.again();
    await settled();
    expect(browser.sockets).toHaveLength(2);
    expect(lines).toEqual(["live", "closed", "reconnecting"]);
  });

  it("stays closed when the page closed it", async () => {
    const connection = await live();
    connection.close();
    await browser.passes(60_000);
    await browser.happens("window", "pageshow", true);
    expect(browser.sockets).toHaveLength(1);
    expect(lines.at(-1)).toBe("closed");
  });
});
