/** A session's code: 31 letters and digits that cannot be mistaken for each other, shown in two halves, typed leniently. */

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

/** "K7WP3MXQ" is shown as "K7WP 3MXQ". */
export function shownCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** The code in the page's address, or null. */
export function codeInPath(path: string): string | null {
  const code = plainCode(decodeURIComponent(path.split("/").findLast((part) => part !== "") ?? ""));
  return looksLikeCode(code) ? code : null;
}
