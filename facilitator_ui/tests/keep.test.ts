import { expect, test, vi } from "vitest";

import { keeping, nameOf, type Save } from "../src/closing/keep";

const answer = (status: number, body: string, headers: Record<string, string> = {}) => vi.fn<typeof fetch>(async () => new Response(body, { status, headers }));

test("a file is asked for with the secret in a header, and saved under the name that the door gave", async () => {
  const send = answer(200, "words", { "content-disposition": 'attachment; filename="session-summary-2026-11-26.md"' });
  const save = vi.fn<Save>();
  expect(await keeping("5ecre7", send, save)("/api/desk/sessions/s4/export.md")).toBeNull();
  expect(send.mock.calls[0]?.[0]).toBe("/api/desk/sessions/s4/export.md");
  expect(send.mock.calls[0]?.[1]).toMatchObject({ headers: { authorization: "Bearer 5ecre7" } });
  expect(save.mock.calls[0]?.[1]).toBe("session-summary-2026-11-26.md");
  expect(await save.mock.calls[0]?.[0].text()).toBe("words");
});

test("a refusal saves nothing and gives its reason", async () => {
  const save = vi.fn<Save>();
  expect(await keeping("x", answer(409, '{"error":"wrong_state"}'), save)("/p")).toBe("wrong_state");
  expect(await keeping("x", answer(502, "<html>"), save)("/p")).toBe("no_line");
  expect(save).not.toHaveBeenCalled();
});

test("a name from elsewhere is no path", () => {
  expect(nameOf('attachment; filename="../../x"')).toBe("session-summary");
  expect(nameOf(null)).toBe("session-summary");
});
