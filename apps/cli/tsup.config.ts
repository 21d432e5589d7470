import { defineConfig, type Options } from "tsup";

/**
 * One file with all that every command needs, and one for each part that is loaded late (src/lazy). Our own packages are
 * bundled from their sources, so that only what is used is carried; in ASCII, so that it is read without decoding; as
 * CommonJS, so that its compiled code can be kept beside it (bin/strideml.cjs).
 */
const bundle = (name: string, options: Options = {}): Options => ({
  name,
  entry: { [name]: `src/${name}.ts` },
  format: ["cjs"],
  target: "node20.19",
  platform: "node",
  splitting: false,
  dts: false,
  noExternal: [/^(?!\.\/lazy\/)/],
  external: [/^\.\/lazy\//],
  minify: true,
  outExtension: () => ({ js: ".js" }),
  esbuildOptions: (settings) => {
    settings.conditions = ["source", "import", "node"];
    settings.charset = "ascii";
    // As require: code that comes from a cache has lost the right to import.
    settings.supported = { "dynamic-import": false };
  },
  ...options,
});

export default defineConfig([
  bundle("main", { shims: true }),
  ...[
    "ask",
    "askForm",
    "checkTemplate",
    "exporters",
    "formatIds",
    "formats",
    "importers",
    "jsonSlip",
    "parseSystem",
    "readModel",
    "readYaml",
    "renderApart",
    "renderWorker",
    "scaffold",
    "toDocx",
    "toHtml",
    "toPdf",
  ].map((name) => bundle(`lazy/${name}`)),
  // Loads no code of a user itself, and is kept compiled like the others.
  bundle("lazy/plugins", { external: ["jiti", /\/lazy\//], noExternal: [/^(?!jiti$|\.\.\/lazy\/)/] }),
  // Plugins and configurations of users are imported for real, wherever they are; jiti reads those in TypeScript.
  ...["codeWorker", "testing"].map((name) =>
    bundle(`lazy/${name}`, {
      external: ["jiti", /\/lazy\//],
      noExternal: [/^(?!jiti$|\.\.\/lazy\/)/],
      esbuildOptions: (settings) => Object.assign(settings, { conditions: ["source", "import", "node"], charset: "ascii" }),
    }),
  ),
]);
