import { defineConfig } from "tsup";

/** One bundle, split by command: what a command does not need is not even read. */
export default defineConfig({
  entry: { main: "src/main.ts" },
  format: ["esm"],
  target: "node20.19",
  platform: "node",
  splitting: true,
  clean: true,
  dts: false,
  noExternal: [/.*/],
  minify: true,
  // Our own packages are bundled from their sources, module by module, so that a command carries only what it uses.
  esbuildOptions: (options) => {
    options.conditions = ["source", "import", "node"];
  },
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
});
