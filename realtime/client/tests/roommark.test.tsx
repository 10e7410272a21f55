import { render } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { markOf, RoomMark } from "../look/RoomMark";

describe("the sign of a room", () => {
  it("always has its number in words beside it, and is itself silent", () => {
    const { container } = render(<RoomMark number={3}>Room 3</RoomMark>);
    expect(container.textContent).toBe("Room 3");
    expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(render(<RoomMark number={12} />).container.textContent).toBe("12");
  });

  it("differs for thirty rooms, and has another shape than its neighbour's", () => {
    const marks = Array.from({ length: 30 }, (_, index) => markOf(index + 1));
    expect(new Set(marks.map(({ path, fill }) => `${path} ${fill}`)).size).toBe(30);
    marks.slice(1).forEach((mark, index) => expect(mark.path).not.toBe(marks[index]?.path));
  });
});
