/** What the build makes of files that are no scripts: see `build/`. */

declare module "*.ftl" {
  const messages: import("./strings").Messages;
  export default messages;
}

declare module "*.svg?drawings" {
  const drawings: Record<string, import("./build/icons").Drawing>;
  export default drawings;
}
