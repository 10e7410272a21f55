import { fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { compile } from "../../realtime/client/build/strings";
import { keepLanguage, keepSeatKey, keptLanguage } from "../../realtime/client/keys";
import englishPictures from "../../realtime/client/pictures/en.ftl?raw";
import germanPictures from "../../realtime/client/pictures/de.ftl?raw";
import { idsOf, type Pattern } from "../../realtime/client/strings";
import { memory, stageView, wallView } from "../../realtime/client/tests/views";
import { firstLanguage, language, locale, speak, textsPath } from "../src/language";
import english from "../src/strings/en.ftl?raw";
import german from "../src/strings/de.ftl?raw";
import { t } from "../src/text";
import { accessible, CODE, doorView, Phone, text } from "./stage";

const GERMAN = { texts: { "First circle": "Erster Kreis", "How do you arrive?": "Wie kommst du an?" }, lines: {} };

let asked: string[] = [];
let answers: () => Promise<Response>;

beforeEach(() => {
  asked = [];
  answers = async () => Response.json(GERMAN);
  vi.stubGlobal("fetch", async (path: string, options: RequestInit) => {
    expect(options).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
    asked.push(path);
    return answers();
  });
});

afterEach(async () => {
  await act(async () => void (await speak("en")));
});

async function tap(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await vi.waitFor(() => expect(screen.getByRole("button", { name: "Deutsch" })).toBeTruthy());
  });
}

async function choose(name: "Deutsch" | "English"): Promise<void> {
  await tap(name);
  await vi.waitFor(() => expect(screen.getByRole("button", { name }).getAttribute("aria-pressed")).toBe("true"));
}

describe("the language of a phone", () => {
  it("begins with what it spoke in this session, then what was chosen in this tab, then the first of its own that there is", () => {
    const tab = memory();
    expect(firstLanguage(null, tab, ["fr-FR", "de-AT", "en-GB"])).toBe("de");
    expect(firstLanguage(null, tab, ["en-GB", "de"])).toBe("en");
    expect(firstLanguage(null, tab, ["fr-FR"])).toBe("en");
    tab.set("holdspace:language", "de");
    expect(firstLanguage(null, tab, ["en"])).toBe("de");
    expect(firstLanguage("en", tab, ["de"])).toBe("en");
    expect(firstLanguage("klingon", tab, ["fr"])).toBe("de");
  });

  it("is chosen at the door, for the whole page at once and for this tab", async () => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    await accessible();
    await choose("Deutsch");
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Erster Kreis");
    expect(text()).toContain("Wie dürfen wir dich hier nennen?");
    expect(text()).not.toContain("What shall we call you here?");
    expect([document.documentElement.lang, phone.tab.get("holdspace:language"), asked]).toEqual(["de", "de", ["/texts/de.json"]]);
    await choose("English");
    expect(text()).toContain("What shall we call you here?");
    expect(document.documentElement.lang).toBe("en");
    expect(keptLanguage(phone.kept, CODE)).toBeNull();
  });

  it("stays with the place in a session, and goes with it", async () => {
    const phone = new Phone();
    keepSeatKey(phone.kept, CODE, "00".repeat(16));
    keepLanguage(phone.kept, CODE, "de");
    await phone.open(`/${CODE}`);
    await vi.waitFor(() => expect(language.value).toBe("de"));
    await phone.live({ stage: stageView({ prompt: "How do you arrive?" }) });
    expect(text()).toContain("Wie kommst du an?");
    await phone.live({ phase: "ended" });
    expect(keptLanguage(phone.kept, CODE)).toBeNull();
    expect(phone.tab.get("holdspace:language")).toBeNull();
  });

  it("changes under one's own name, while a card stays in its own words", async () => {
    const phone = new Phone();
    const card = { id: "c", text: "How do you arrive?", veils: [], note: "", resonance: null, replyTo: null };
    await phone.enter({ stage: stageView({ kind: "wall", phase: "closed", prompt: "How do you arrive?", body: wallView({ cards: [card] }) }) });
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Help" })));
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Your name" })));
    await accessible();
    await choose("Deutsch");
    expect(text()).toContain("Die Gruppe sieht dich als");
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Zurück" })));
    expect(text()).toContain("Wie kommst du an?");
    expect(screen.getByRole("listitem").textContent).toContain("How do you arrive?");
    expect(keptLanguage(phone.kept, CODE)).toBe("de");
  });

  it("leaves the organization's page in its own words and says so", async () => {
    const phone = new Phone();
    phone.door = doorView({ help: "Call 0800 111 0 111." });
    await phone.open(`/${CODE}`);
    await choose("Deutsch");
    expect(screen.getByText(/Call/).closest("[lang]")?.getAttribute("lang")).toBe("");
    await accessible();
  });

  it("is spoken without the library's texts where they do not come, and asks again with the next line", async () => {
    vi.resetModules();
    const fresh = await import("../src/language");
    answers = async () => Promise.reject(new TypeError("no network"));
    expect(await fresh.speak("de")).toBe(true);
    expect([fresh.words.value("help"), fresh.texts.value]).toEqual(["Hilfe", null]);
    answers = async () => Response.json(GERMAN);
    await fresh.askForTexts();
    await fresh.askForTexts();
    expect([fresh.texts.value, asked.length]).toEqual([GERMAN, 2]);
  });

  it("that is chosen last is the one that is spoken", async () => {
    await Promise.all([speak("de"), speak("en")]);
    expect([language.value, t("help")]).toEqual(["en", "Help"]);
  });

  it("writes dates as this phone does, where it is set to it", async () => {
    await speak("de");
    expect(locale(["en-GB", "de-AT"])).toBe("de-AT");
    expect(locale(["en-GB"])).toBe("de");
    expect([textsPath("en"), textsPath("de")]).toEqual([null, "/texts/de.json"]);
  });
});

/** What a sentence is handed, and what it chooses by. */
function argumentsOf(pattern: Pattern): string[] {
  if (typeof pattern === "string") return [];
  const found = pattern.flatMap((part) => {
    if (typeof part === "string") return [];
    const [name, byValue = {}, otherwise = ""] = part;
    return [name, ...Object.values(byValue).flatMap(argumentsOf), ...argumentsOf(otherwise)];
  });
  return [...new Set(found)].toSorted();
}

describe.each([
  ["the phone", english, german],
  ["the pictures", englishPictures, germanPictures],
])("every sentence of %s", (_, from, to) => {
  it("is there in German too, and no other", () => {
    expect(idsOf(from).filter((id) => !idsOf(to).includes(id))).toEqual([]);
    expect(idsOf(to).filter((id) => !idsOf(from).includes(id))).toEqual([]);
    expect(idsOf(to).filter((id, index) => idsOf(to).indexOf(id) !== index)).toEqual([]);
  });

  it("is handed the same", () => {
    const [before, after] = [compile(from), compile(to)];
    const differ = Object.keys(before).filter((id) => {
      const pattern = after[id];
      return pattern !== undefined && argumentsOf(before[id] ?? "").join() !== argumentsOf(pattern).join();
    });
    expect(differ).toEqual([]);
  });

  it("invites, with “du”, and promises nothing that cannot be kept (G-M4)", () => {
    const lines = to.replaceAll("nicht anonym", "").split("\n").filter((line) => !line.startsWith("#"));
    const forbidden = /!|\banonym|\bsicher|\bgarantier|bitte warten|\bmuss|\bsollst\b|\bSie haben\b|\bIhnen\b|100 ?%/i;
    expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
  });
});
