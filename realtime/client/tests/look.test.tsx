import { render, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { SessionClock } from "../clock";
import { Banner } from "../look/Banner";
import { Icon, ICON_NAMES } from "../look/Icon";
import { TimeLeft } from "../look/TimeLeft";
import { Truth } from "../look/Truth";

describe("icons", () => {
  it("are drawn into the page, all of them", () => {
    expect(ICON_NAMES.length).toBeGreaterThanOrEqual(38);
    for (const name of ICON_NAMES) {
      const { container } = render(<Icon name={name} />);
      expect(container.querySelector("svg")?.childElementCount).toBeGreaterThan(0);
      expect(container.innerHTML).not.toMatch(/style|href/);
    }
  });

  it("are silent beside a word, and have a name where they stand alone", () => {
    const { container } = render(<Icon name="help" />);
    expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    render(<Icon name="mark" label="Holdspace" />);
    expect(screen.getByRole("img", { name: "Holdspace" })).toBeTruthy();
  });

  it("that do not exist are a mistake", () => expect(() => render(<Icon name="heart" />)).toThrow("no icon heart"));
});

describe("the step clock", () => {
  const clock = new SessionClock(() => 0);
  const of = (left: number | null) => <TimeLeft clock={clock} of={{ endsAt: null, left }} total={200_000} label="First take" spoken={(time) => `${time} left`} />;

  it("shows the time, and the light as the share that is left", () => {
    const { container } = render(of(50_000));
    expect(screen.getByRole("timer", { name: "0:50 left" })).toBeTruthy();
    expect(container.querySelector(".light")?.getAttribute("stroke-dasharray")).toBe("25 200");
  });

  it("has no light at the end and is not there without a clock", () => {
    expect(render(of(0)).container.querySelector(".light")).toBeNull();
    expect(render(of(null)).container.innerHTML).toBe("");
  });
});

it("a banner and a truth line say their words beside a sign", () => {
  const { container } = render(
    <>
      <Banner icon="offline">Reconnecting</Banner>
      <Truth lead="Held.">Nobody reads it.</Truth>
    </>,
  );
  expect(container.textContent).toBe("ReconnectingHeld. Nobody reads it.");
  expect(container.querySelectorAll("svg")).toHaveLength(2);
});
