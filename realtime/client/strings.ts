/** Every sentence a page shows comes from a Fluent file, by its id. The build has made plain data of the file: see `build/strings.ts`. */

export type Args = Record<string, string | number>;
export type Translate = (id: string, args?: Args) => string;

export type Messages = Readonly<Record<string, Pattern>>;
export type Pattern = string | readonly Part[];
/**
 * Fixed text; or the place of an argument; or a choice by an argument: its name, the patterns by value (a word, a number, or a
 * number's plural category), and the one for any other value.
 */
export type Part = string | readonly [name: string, byValue?: Readonly<Record<string, Pattern>>, otherwise?: Pattern];

/**
 * `strict`: an unknown id or a missing argument throws (development and tests). In a built page it shows the id, because a
 * page that falls silent in a workshop would be worse than one odd word.
 */
export function createStrings(messages: Messages, locale = "en", strict: boolean = !import.meta.env.PROD): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  const say = (pattern: Pattern, args: Args): string =>
    typeof pattern === "string" ? pattern : pattern.map((part) => (typeof part === "string" ? part : fill(part, args))).join("");

  const fill = ([name, byValue, otherwise = ""]: Exclude<Part, string>, args: Args): string => {
    const value = args[name];
    if (value === undefined && strict) throw new Error(`no argument ${name}`);
    const isNumber = typeof value === "number";
    if (byValue === undefined) return isNumber ? numbers.format(value) : (value ?? name);
    return say(byValue[value ?? ""] ?? (isNumber ? byValue[plurals.select(value)] : undefined) ?? otherwise, args);
  };

  return (id, args = {}) => {
    const pattern = messages[id];
    if (pattern === undefined && strict) throw new Error(`no string ${id}`);
    return say(pattern ?? id, args);
  };
}

/** Somebody's own name keeps its own direction inside our sentence. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

interface Named {
  alias: string;
  mark: number;
}

/** "Mika", or "Mika 2" for the second person of that name; for where it stands alone, such as in a list to choose from by typing. */
export const plainName = ({ alias, mark }: Named): string => (mark > 0 ? `${alias} ${mark}` : alias);

/** The same, for within a sentence. */
export const personName = (person: Named): string => isolate(plainName(person));

/** Ids a Fluent file defines, in its order: tests compare them with those that are used. */
export function idsOf(ftl: string): string[] {
  return [...ftl.matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1] as string);
}
