import { fireEvent, screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { inputView, stageView, tallyView } from "../../realtime/client/tests/views";
import type { StageView } from "../../realtime/client/wire";
import { accessible, entered, heading, held, open, Phone, said, tap, text } from "./stage";

describe("a choice", () => {
  it("tells who sees it before the first tap", async () => {
    await entered(open());
    await accessible();
    expect(text()).toContain("Counted without your name.");
    expect(text()).toContain("at least 5 people answer or pass");
    expect(screen.getAllByRole<HTMLInputElement>("radio").some((radio) => radio.checked)).toBe(false);
  });

  it("is added with one tap, held, and can be changed or taken back", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ run: 3, counter: 1, answer: { t: "choice", option: 1 } }]);
    expect(heading()).toBe("Yours is on its way.");
    await phone.hears(held());
    expect(heading()).toBe("Yours is held.");
    expect(said()).toBe("Yours is held.");
    await accessible();
    await tap("Change it");
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
    fireEvent.click(screen.getByLabelText("three"));
    await tap("Add mine");
    expect(phone.answers.at(-1)).toMatchObject({ counter: 2, answer: { option: 2 }, receipt: "r" });
    await tap("Take it back");
    expect(phone.answers.at(-1)).toMatchObject({ counter: 3, answer: { t: "taken_back" } });
    expect(screen.getByRole("button", { name: "Add mine" })).toBeTruthy();
  });

  it("says what is missing when nothing was chosen, and sends nothing", async () => {
    const phone = await entered(open());
    await tap("Add mine");
    expect(said()).toBe("Choose one first, or pass.");
    expect(phone.answers).toEqual([]);
  });

  it("is passed with one tap", async () => {
    const phone = await entered(open());
    await tap("Pass");
    await phone.hears(held());
    expect(phone.answers).toMatchObject([{ answer: { t: "pass" } }]);
    expect(heading()).toBe("Passed.");
    expect(text()).toContain("That is a full answer. You can still change it until this closes.");
  });

  it("says why it was refused, and keeps what was chosen", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears({ t: "not_held", run: 3, counter: 1, code: "busy" });
    expect(text()).toContain("That did not get through. It is still on this phone; try again.");
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
    await accessible();
  });

  it("in practice claims nothing", async () => {
    await entered({ practice: true, floor: 1, ...open() });
    await accessible();
    expect(text()).toContain("Practice: not anonymous.");
    expect(text()).not.toContain("Counted without your name");
  });
});

describe("several and scales", () => {
  it("lets nobody choose more than the limit", async () => {
    const phone = await entered(open({ body: tallyView({ input: inputView({ type: "multi", options: ["a", "b", "c"], pick: 2 }) }) }));
    await accessible();
    fireEvent.click(screen.getByLabelText("c"));
    fireEvent.click(screen.getByLabelText("a"));
    expect(screen.getByLabelText<HTMLInputElement>("b").disabled).toBe(true);
    expect(said()).toBe("2 chosen, no more can be added");
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ answer: { t: "multi", options: [0, 2] } }]);
  });

  it("has stops as radio buttons, unanswered until one is touched, and unanswered again", async () => {
    const items = [
      { key: "speak", ask: "As a speaker", low: "uncomfortable", high: "good for me" },
      { key: "listen", ask: "As a listener", low: "hard work", high: "easy" },
    ];
    const phone = await entered(open({ body: tallyView({ input: inputView({ type: "scale", options: [], steps: 7, items }) }) }));
    await accessible();
    expect(screen.getAllByRole("radio")).toHaveLength(14);
    expect(screen.getAllByText("not answered")).toHaveLength(2);
    const speaker = within(screen.getByRole("group", { name: "As a speaker" }));
    fireEvent.click(speaker.getByRole("radio", { name: "7 of 7, good for me" }));
    fireEvent.click(within(screen.getByRole("group", { name: "As a listener" })).getByRole("radio", { name: "4 of 7" }));
    await tap(/Leave .As a listener. unanswered/);
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ answer: { t: "scale", steps: { speak: 7 } } }]);
  });
});

describe("after closing", () => {
  async function closedAs(change: Partial<StageView>, nonces?: string[], answered = true): Promise<Phone> {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    if (answered) {
      await tap("Add mine");
      await phone.hears(held());
    }
    await phone.sees(open({ phase: "closed", outcome: "unsealed", ...change }), nonces && [{ run: 3, nonces }]);
    await accessible();
    return phone;
  }

  it("says that it was included", async () => {
    await closedAs({}, ["n1"]);
    expect(text()).toContain("Yours was included.");
  });

  it("says that it was not included", async () => {
    await closedAs({}, ["other"]);
    expect(text()).toContain("Yours was not included");
    expect(said()).toContain("Yours was not included");
  });

  it("says nothing to somebody who gave nothing", async () => {
    await closedAs({}, ["other"], false);
    expect(screen.getByRole("main").textContent).not.toContain("included");
  });

  it("shows the picture with its sentence once it is revealed", async () => {
    const phone = await closedAs({});
    await phone.sees(
      open({ phase: "closed", outcome: "unsealed", body: tallyView({ picture: { t: "option_sums", counts: [2, 5, 1], answered: 8 } }) }),
    );
    await accessible();
    expect(heading()).toBe("Here is the whole group.");
    expect(text()).toContain("8 people answered.");
  });

  it.each([
    [{ phase: "closing" as const, outcome: "open" as const }, "This is closing."],
    [{ phase: "short" as const, outcome: "open" as const }, "Too few people for this without names."],
    [{ outcome: "discarded" as const }, "Let go unopened."],
    [{ outcome: "spoken" as const }, "This one we ask aloud."],
  ])("has words for %o", async (change, words) => {
    await closedAs(change);
    expect(heading()).toBe(words);
  });

  it("opens again with what was chosen when it was given more time", async () => {
    const phone = await closedAs({ phase: "short", outcome: "open" });
    await phone.sees(open());
    expect(heading()).toBe("Yours is held.");
  });
});

describe("a stage that this phone slept past", () => {
  const next = { stage: stageView({ run: 4, prompt: "And now?" }) };
  const earlier = () => screen.queryByText(/earlier question/, { selector: "main span" });
  async function wakesAfter(nonces: string[], heard = true): Promise<Phone> {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    if (heard) await phone.hears(held());
    await phone.loses();
    await phone.comesBack(next, [{ run: 3, nonces }]);
    expect(heading()).toBe("And now?");
    return phone;
  }

  it("says, in the next one, that the answer was not included, until it was read", async () => {
    const phone = await wakesAfter(["other"]);
    await accessible();
    expect(earlier()?.textContent).toContain("What you gave to an earlier question was not included");
    expect(said()).toContain("What you gave to an earlier question was not included");
    await tap("Noted");
    expect(earlier()).toBeNull();
    await phone.loses();
    await phone.comesBack(next, [{ run: 3, nonces: ["other"] }]);
    expect(earlier()).toBeNull();
  });

  it("says so where nobody can tell", async () => {
    await wakesAfter(["other"], false);
    expect(earlier()?.textContent).toContain("We cannot tell whether what you gave to an earlier question reached us");
  });

  it.each([[["n1"]], [[]]])("says nothing where there is nothing to regret: %j", async (nonces) => {
    await wakesAfter(nonces);
    expect(earlier()).toBeNull();
  });

  it("is not told again after it was read in its own place", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears(held());
    await phone.sees(open({ phase: "closed", outcome: "unsealed" }), [{ run: 3, nonces: ["other"] }]);
    expect(text()).toContain("Yours was not included");
    await phone.sees(next);
    expect(earlier()).toBeNull();
  });
});
