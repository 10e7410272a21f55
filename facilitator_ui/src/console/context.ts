import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Doing } from "../doing";

export const DoingContext = createContext<Doing | null>(null);

export function useDoing(): Doing {
  const doing = useContext(DoingContext);
  if (doing === null) throw new Error("the console stands inside its context");
  return doing;
}
