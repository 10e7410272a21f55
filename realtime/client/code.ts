/** How every page shows a session's code: "M7QK4RWT" is "M7QK 4RWT", because fours can be said and typed. */
export function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
