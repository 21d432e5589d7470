import { readFileSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { toDocx } from "../src/docx/index.js";
import { toPdf } from "../src/pdf/index.js";
import { BUILT_IN_TEMPLATES, renderTemplate, toView } from "../src/index.js";
test("x", async () => {
  for (const name of ["support-assistant"])
    for (const id of ["threat-model"]) {
      const parsed = parseSystem(parse(readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8")), KNOWLEDGE);
      if (!parsed.ok) throw new Error("x");
      const model = generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
      const md = renderTemplate(
        BUILT_IN_TEMPLATES.find((t) => t.id === id)!,
        toView(model, KNOWLEDGE),
      );
      for (const [ext, f] of [
        ["pdf", toPdf],
        ["docx", toDocx],
      ] as const) {
        const t = Date.now();
        const b = await f(md, model);
        console.log(ext, Date.now() - t, b.length);
        if (process.env.TWICE) {
          const b2 = await f(md, model);
          console.log("same", Buffer.compare(b, b2));
        }
        writeFileSync(`/tmp/h1out/${name}.${ext === "pdf" ? "made.pdf" : ext}`, b);
      }
    }
});
