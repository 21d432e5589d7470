import { defineConfig, type Options } from "tsup";

/** How every library of the workspace is built: one ESM file; declarations come from tsc, which is faster. */
export const library = (options: Options = {}) =>
  defineConfig({
    entry: ["src/index.ts"],
    format: ["esm"],
    target: "node20.19",
    platform: "neutral",
    dts: false,
    clean: true,
    splitting: false,
    ...options,
  });
