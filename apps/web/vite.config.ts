import { defineConfig } from "vite";

/** Static files for any host and any folder on it. */
export default defineConfig({
  base: "./",
  // Not "browser": the parser of Markdown then asks a document for entities, and a worker has none.
  resolve: { conditions: ["source", "worker", "module", "import"] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: { target: "es2023", modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
  worker: { format: "es" },
});
