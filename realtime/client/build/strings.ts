/** For the build: Fluent files become plain data, so that no page has to carry a parser. */
import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

import { idsOf, type Messages, type Part, type Pattern } from "../strings.ts";

type Message = FluentResource["body"][number];
type ParsedPattern = NonNullable<Message["value"]>;
type Expression = Exclude<Exclude<ParsedPattern, string>[number], string>;

/**
 * Throws an `Error` for a message that cannot be read, and for what our sentences do without: attributes, terms, functions,
 * and messages inside messages.
 */
export function compile(ftl: string): Messages {
  const messages = Object.fromEntries(new FluentResource(ftl).body.map((message) => [message.id, patternOf(message)]));
  // The parser leaves out what it cannot read, and says nothing.
  const unread = idsOf(ftl).find((id) => messages[id] === undefined);
  if (unread !== undefined) throw new Error(`cannot read ${unread}`);
  return messages;
}

function patternOf({ id, value, attributes }: Message): Pattern {
  if (value === null || Object.keys(attributes).length > 0) throw new Error(`${id}: attributes are not supported`);
  return simplified(value, id);
}

function simplified(pattern: ParsedPattern, id: string): Pattern {
  if (typeof pattern === "string") return pattern;
  const parts: Part[] = [];
  for (const element of pattern) {
    const part = typeof element === "string" ? element : partOf(element, id);
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const [only = "", ...more] = parts;
  return more.length === 0 && typeof only === "string" ? only : parts;
}

function partOf(expression: Expression, id: string): Part {
  switch (expression.type) {
    case "str":
      return expression.value;
    case "var":
      return [expression.name];
    case "select": {
      const { selector, variants, star } = expression;
      if (selector.type !== "var") throw new Error(`${id}: only an argument can be chosen by`);
      const patterns = variants.map(({ key, value }) => [String(key.value), simplified(value, id)] as const);
      const otherwise = patterns[star]?.[1] ?? "";
      return [selector.name, Object.fromEntries(patterns.filter((_, index) => index !== star)), otherwise];
    }
    default:
      throw new Error(`${id}: ${expression.type} is not supported`);
  }
}

/** `import messages from "./en.ftl"` gives its `Messages`. */
export function fluent(): Plugin {
  return {
    name: "holdspace-fluent",
    load: {
      filter: { id: /\.ftl$/ },
      async handler(file) {
        const messages = compile(await this.fs.readFile(file, { encoding: "utf8" }));
        return { code: `export default ${JSON.stringify(messages)};`, moduleType: "js" };
      },
    },
  };
}
