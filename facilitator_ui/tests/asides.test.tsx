/** What authors say beside their cards: on the console, on the shared screen, and where themes are written. */
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { NO_ASIDE } from "../../realtime/client/asides";
import { Closing } from "../src/closing/Closing";
import { topicsOf } from "../src/console/aside";
import { deskStrings } from "../src/desk/strings";
import { veiledAs } from "../src/screen/veiled";
import { doors, summaryPage } from "./deskFixtures";
import { cardId } from "./fixtures";
import { openConsole, openScreen, press, stumbles, t } from "./house";
import { MOMENTS } from "./moments";
import { CARDS, SCREEN_MOMENTS } from "./screenMoments";

afterEach(cleanup);
const cardOf = (container: Element, index: number) => container.querySelector<HTMLElement>(`[data-card="${cardId(index)}"]`)!;

describe("in the queue", () => {
  test("the facilitator reads what its author said beside a card", async () => {
    const { container } = openConsole("asides");
    expect(await stumbles(container)).toEqual([]);
    const first = cardOf(container, 0).textContent;
    expect(first).toContain("Covered by its author: Loss, Family");
    expect(first).toContain("about somebody who died");
    expect(first).toContain("May be named as a theme");
    const second = cardOf(container, 1).textContent;
    expect(second).toContain("Covered by its author: Something else");
    expect(second).toContain("Veiled: violence");
    expect(second).not.toContain("May be named as a theme");
    expect(cardOf(container, 2).textContent).not.toContain("Covered by its author");
  });

  test("a card that its author covered is shared veiled, one of which only the theme is agreed to is not", () => {
    const { container } = openConsole("asides");
    const share = (index: number) => cardOf(container, index).querySelector('[data-name="approve"]')?.textContent;
    expect([share(0), share(1), share(2)]).toEqual(["Share veiled", "Share veiled", "Share"]);
  });

  test("a veil is added, and the author's stays", async () => {
    const { container, sent } = openConsole("asides");
    fireEvent.click(within(cardOf(container, 0)).getByRole("button", { name: "Veil" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Its author has covered it: Loss, Family. That stays; a veil of yours is added.");
    expect(within(dialog).queryByRole("button", { name: "No veil" })).toBeNull();
    expect(within(dialog).getByRole("button", { name: "Nothing added" })).toBeTruthy();
    fireEvent.click(within(dialog).getByRole("button", { name: "Illness" }));
    expect(sent.map(({ command }) => command)).toEqual([{ t: "veil_card", run: 4, card: cardId(0), veil: "illness" }]);
  });

  test("how many of those that were read may be named, and that the others are not to be", () => {
    expect(openConsole("asides").container.textContent).toContain("0 of 2 may be named as a theme. The others are not to be named.");
  });

  test("own words alone are something else", () => {
    expect(topicsOf(NO_ASIDE, t)).toBe("");
    expect(topicsOf({ ...NO_ASIDE, note: "a fight" }, t)).toBe("Something else");
  });
});

describe("on the shared screen", () => {
  test("a card lies closed under its topics and its author's words", () => {
    const { container } = openScreen({ ...MOMENTS.asides, ...SCREEN_MOMENTS["wall with veils"] });
    act(() => void press("ArrowRight"));
    expect(container.textContent).toContain("A card that touches on self-harm and family. “an evening long ago”. Open it on your phone if you like.");
    expect(container.textContent).not.toContain(CARDS[7]?.text);
  });

  test("also where nothing is named", () => {
    expect(veiledAs({ veils: ["other"], note: "" }, t)).toBe("A card that may be heavy. Open it on your phone if you like.");
  });
});

describe("where themes are written", () => {
  const words = deskStrings();
  const open = async (walls: object[]) => {
    const { ask, asked } = doors({ "GET /api/closing": summaryPage(), "GET /api/closing/cards": { walls }, "POST /api/closing/themes": summaryPage() });
    const shown = render(<Closing t={words} ask={ask} />);
    await screen.findAllByRole("group");
    return { ...shown, asked };
  };

  test("the cards whose authors agree are shown, the others only counted", async () => {
    const { container } = await open([
      { stage: 4, cards: [{ text: "To be heard.", note: "my family" }], others: 1 },
      { stage: 9, cards: [], others: 6 },
    ]);
    await screen.findByText("To be heard.");
    expect(await stumbles(container)).toEqual([]);
    const [first, second] = screen.getAllByRole("group");
    expect(first?.textContent).toContain("These may be named as a theme");
    expect(first?.textContent).toContain("1 other card is not to be named: its author has not agreed.");
    expect(second?.textContent).toContain("None of the 6 cards of this wall is to be named: their authors have not agreed.");
  });

  test("they are asked for anew with every preview, because an author may have thought better of it", async () => {
    const { asked } = await open([]);
    fireEvent.click(screen.getByRole("button", { name: "Put them into the preview" }));
    await screen.findAllByRole("group");
    await expect.poll(() => asked.filter(({ path }) => path === "/api/closing/cards").length).toBe(2);
  });
});
