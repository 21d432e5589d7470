import { defineConfig } from "vite";

/** Static files for any host and any folder on it. */
export default defineConfig({
  base: "./",
  resolve: { conditions: ["source", "module", "browser", "import"] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: { target: "es2023", modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
  worker: { format: "es" },
});
