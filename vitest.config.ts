import { defineConfig } from "vitest/config";

/** One run over the whole workspace. */
export default defineConfig({
  test: { include: ["{packages,apps}/*/test/**/*.test.ts", "docs/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } }, maxWorkers: 2 },
});
