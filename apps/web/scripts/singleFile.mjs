// The page as one HTML file that opens from a disk: scripts and styles in it are allowed by their hashes, nothing else is.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { build } from "vite";

const settings = (root, entry, name) => ({
  root,
  configFile: join(root, "vite.config.ts"),
  // Its warnings are about import.meta, which a script that is not a module does not have and this one does not use.
  logLevel: "error",
  publicDir: false,
  worker: { format: "es" },
  define: { "import.meta.env.SINGLE_FILE": "true" },
  build: {
    write: false,
    target: "es2023",
    minify: true,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { input: join(root, entry), output: { format: "iife", name, codeSplitting: false } },
  },
});

const bundle = async (root, entry, name) => {
  const result = await build(settings(root, entry, name));
  const { output } = Array.isArray(result) ? result[0] : result;
  const code = output.filter((part) => part.type === "chunk").map((part) => part.code);
  if (code.length !== 1) throw new Error(`${entry} gave ${code.length} scripts instead of one`);
  const css = output.filter((part) => part.fileName.endsWith(".css")).map((part) => String(part.source));
  return { code: code[0], css: css.join("\n") };
};

/** Text that may stand in a script element. */
const inert = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export const singleFile = async (root) => {
  const page = await bundle(root, "src/main.tsx", "strideml");
  const engine = await bundle(root, "src/engine/engine.worker.ts", "engine");
  const [code, css] = [inert(page.code), page.css];
  const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(css)}; img-src data:; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>StrideML</title>
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<script type="text/plain" id="strideml-engine">${deflateRawSync(engine.code, { level: 9 }).toString("base64")}</script>
<script>${code}</script>
</body>
</html>
`;
  mkdirSync(join(root, "dist-single"), { recursive: true });
  writeFileSync(join(root, "dist-single/strideml.html"), html);
};
