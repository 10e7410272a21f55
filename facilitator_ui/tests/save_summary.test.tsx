import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { PROBLEMS } from "../src/closing/ask";
import { Desk } from "../src/desk/Desk";
import { deskStrings } from "../src/desk/strings";
import { AT, deskView, doors, summaryPage } from "./deskFixtures";
import { stumbles } from "./stumbles";

const t = deskStrings();
afterEach(cleanup);

async function open(table: Parameters<typeof doors>[0]) {
  const made = doors({ "GET /api/desk": deskView(), ...table });
  const shown = render(<Desk t={t} ask={made.ask} keep={made.keep} />);
  await screen.findByRole("heading", { level: 1 });
  return { ...shown, ...made };
}
const ofRow = (code: string) => within(screen.getByRole("group", { name: new RegExp(code) }));

describe("a summary as a file", () => {
  const summary = { "GET /api/desk/sessions/s4/summary": summaryPage({ version: 1, signedMs: AT }) };

  test("is asked of its own door, in four formats, and says that it is saved", async () => {
    const made = await open({ ...summary, "GET /api/desk/sessions/s4/export.csv": {} });
    fireEvent.click(ofRow("D5ZQ 2RNE").getByRole("button", { name: "Summary" }));
    const part = within(await screen.findByRole("region", { name: "Save it as a file" }));
    expect(part.getAllByRole("button").map((button) => button.textContent)).toEqual(["Page (HTML)", "Text (Markdown)", "Table (CSV)", "Data (JSON)"]);
    fireEvent.click(part.getByRole("button", { name: "Table (CSV)" }));
    await screen.findByText("The file is saved.");
    expect(await stumbles(made.container)).toEqual([]);
    expect(made.asked.at(-1)?.path).toBe("/api/desk/sessions/s4/export.csv");
  });

  test("that could not be had says why", async () => {
    await open({ ...summary, "GET /api/desk/sessions/s4/export.json": { problem: "busy" } });
    fireEvent.click(ofRow("D5ZQ 2RNE").getByRole("button", { name: "Summary" }));
    fireEvent.click(await screen.findByRole("button", { name: "Data (JSON)" }));
    await screen.findByText(t(PROBLEMS.busy));
  });
});
