import { readFileSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { toDocx } from "../src/docx/index.js";
import { BUILT_IN_TEMPLATES, renderTemplate, toView } from "../src/index.js";
test("x", async () => {
  for (const name of ["support-assistant"]) for (const id of ["threat-model"]) {
    const parsed = parseSystem(parse(readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8")), KNOWLEDGE);
    if (!parsed.ok) throw new Error("x");
    const model = generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
    const md = renderTemplate(BUILT_IN_TEMPLATES.find((t) => t.id === id)!, toView(model, KNOWLEDGE));
    const t = Date.now();
    const b = await toDocx(md, model);
    console.log(Date.now() - t, b.length);
    const b2 = await toDocx(md, model); console.log("same", Buffer.compare(b, b2));
    writeFileSync(`/tmp/h1out/${name}.docx`, b);
  }
});
