/** What tests of breakouts on the console have in common: finding a tile or a person, pressing, and what was wished for. */
import { act, fireEvent, screen as page } from "@testing-library/preact";

import type { ConsoleView } from "../../realtime/client/wire";
import { BOARDS, type BoardMoment } from "./boardFixtures";
import { openConsole, press } from "./house";
import type { Moment } from "./moments";

export const NAMES = Object.keys(BOARDS) as BoardMoment[];
export const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2068\u2069]/g, "") ?? "";
export const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
export const click = (name: string | RegExp, at: number = 0) => act(() => void fireEvent.click(page.getAllByRole("button", { name })[at]!));
export const key = (name: string) => act(() => void press(name));
export const person = (container: Element, name: string) => container.querySelector<HTMLElement>(`[data-seat="seat-${name}"]`)!;
export const tiles = (container: Element) => [...container.querySelectorAll(".tile")];
export const tile = (container: Element, number: number) => tiles(container).find((one) => one.querySelector("h3")?.textContent === `Room ${number}`)!;
export const said = (container: Element) => plain(container.querySelector('[role="status"]')?.textContent);
export const withBoard = (moment: Moment, changes: Partial<NonNullable<ConsoleView["board"]>>): Moment => ({ ...moment, desk: { ...moment.desk, board: { ...moment.desk.board!, ...changes } } });
export const choose = (name: string, value: string) => act(() => void fireEvent.change(page.getByRole("combobox", { name }), { target: { value } }));
