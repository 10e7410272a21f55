/** A session's code: 31 letters and digits that cannot be mistaken for each other, shown in fours, typed leniently. */

const LETTERS = /^[2-9A-HJKMNP-Z]+$/;
const SHORTEST = 8;
const LONGEST = 12;

/** "k7wp-3 mxq" is "K7WP3MXQ". */
export function plainCode(typed: string): string {
  return typed.replace(/[\s\-–—._]/g, "").toUpperCase();
}

export function looksLikeCode(code: string): boolean {
  return code.length >= SHORTEST && code.length <= LONGEST && LETTERS.test(code);
}

/** The code in the page's address, or null. */
export function codeInPath(path: string): string | null {
  const code = plainCode(decoded(path.split("/").findLast((part) => part !== "") ?? ""));
  return looksLikeCode(code) ? code : null;
}

/** `part` with its %20 as a space; as it is where its percent signs mean nothing, and then it is no code either. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
