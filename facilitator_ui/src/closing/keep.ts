/** Files that a door of the desk gives, handed to the browser. A link could not carry the secret, which stands in no address. */

import { type Problem, PROBLEMS } from "./ask";

/** Null: it is kept. */
export type Keep = (path: string) => Promise<Problem | null>;
export type Save = (file: Blob, name: string) => void;

/** Some browsers take the file a moment later. */
const ADDRESS_LIVES = 10_000;

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIVES);
}

/** The name that the door gives the file: letters, figures, dots and dashes. */
export function nameOf(disposition: string | null): string {
  return /filename="([\w.-]+)"/.exec(disposition ?? "")?.[1] ?? "session-summary";
}

/** Never throws. */
export function keeping(secret: string, send: typeof fetch = (...args) => fetch(...args), save: Save = saveFile): Keep {
  return async (path) => {
    try {
      const answer = await send(path, { headers: { authorization: `Bearer ${secret}` }, cache: "no-store" });
      if (answer.ok) {
        save(await answer.blob(), nameOf(answer.headers.get("content-disposition")));
        return null;
      }
      const { error = "" } = (await answer.json()) as { error?: string };
      return Object.hasOwn(PROBLEMS, error) ? (error as Problem) : "no_line";
    } catch {
      return "no_line";
    }
  };
}
