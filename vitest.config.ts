import { defineConfig } from "vitest/config";

import { icons } from "./realtime/client/build/icons.ts";
import { fluent } from "./realtime/client/build/strings.ts";

export default defineConfig({
  plugins: [fluent(), icons()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "jsdom",
    // One page per worker instead of one per file: half of the time was spent on making them.
    pool: "vmThreads",
    include: ["{realtime/client,participant_ui,facilitator_ui}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    restoreMocks: true,
    unstubGlobals: true,
  },
});
