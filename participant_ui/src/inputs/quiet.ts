/** A box for own words: the keyboard is asked to keep out of them. As attributes, because browsers differ in which of them are properties. */
export function quiet(box: HTMLElement | null): void {
  for (const name of ["autocomplete", "autocorrect"]) box?.setAttribute(name, "off");
  box?.setAttribute("spellcheck", "false");
}
