/** Dates and times as the person's own device writes them. */

const language = (): string => document.documentElement.lang || "en";

/** "22 November 2026, 18:30" */
export function moment(ms: number): string {
  return new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), { dateStyle: "long", timeStyle: "short" }).format(ms);
}

/** "22 November 2026" */
export function day(ms: number): string {
  return new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), { dateStyle: "long" }).format(ms);
}

/** What a `datetime-local` field takes and gives: the local time, to the minute. */
export function localField(ms: number): string {
  const at = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return at.toISOString().slice(0, 16);
}
