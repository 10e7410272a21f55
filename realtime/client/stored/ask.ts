/** Asking what is stored about a session, by the code that everybody in it has, and whether a line was signed here. */
import type { CheckedLine, StoredPage } from "../stored";

const ANSWER_WITHIN = 15_000;

/** Null: no answer, or one that is no page. */
async function post<T>(path: string, body: object): Promise<T | null> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch (error) {
    // fetch tells "no network" as TypeError, "too late" as DOMException, and a proxy's own page as SyntaxError
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

export const askStored = (code: string): Promise<StoredPage | null> => post<StoredPage>("/api/stored", { code });

export const checkLine = (text: string): Promise<CheckedLine | null> => post<CheckedLine>("/api/stored/check", { text });
