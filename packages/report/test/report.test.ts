import { readFileSync, readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import type { ThreatModel } from "@strideml/plugin-kit";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { toHtml } from "../src/html/index.js";
import { BUILT_IN_TEMPLATES, escapeMarkdown, escapeXml, mermaid, renderTemplate, toMarkdown, toView } from "../src/index.js";

const folder = new URL("../../../examples/", import.meta.url);
const modelOf = (name: string, more: object = {}): ThreatModel => {
  const parsed = parseSystem({ ...(parse(readFileSync(new URL(name, folder), "utf8")) as object), ...more }, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
};
const examples = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const template = (id: string) => BUILT_IN_TEMPLATES.find((each) => each.id === id)!;
const text = (html: string) =>
  html
    .replace(/<(style|title|desc)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x26;", "&")
    .replaceAll("&amp;", "&");

describe.each(BUILT_IN_TEMPLATES.map(({ id }) => id))("the template %s", (id) => {
  test.each(examples)("renders for %s", (name) => {
    const model = modelOf(name);
    const markdown = renderTemplate(template(id), toView(model, KNOWLEDGE, template(id)));
    expect(markdown).not.toMatch(/undefined|\[object|NaN|\{\{/);
    expect(toMarkdown(markdown, model)).not.toContain("](figure:");
  });
  test.each(["support-assistant.yaml", "factory-gate-camera.yaml"])("renders as one safe page for %s", (name) => {
    const model = modelOf(name);
    const markdown = renderTemplate(template(id), toView(model, KNOWLEDGE, template(id)));
    const html = toHtml(markdown, model);
    expect(html.match(/<svg class="figure/g)?.length ?? 0).toBe(markdown.match(/\]\(figure:/g)?.length ?? 0);
    expect(html).not.toMatch(/<script|<img|<iframe| on\w+=|src="http/);
  });
});

describe("the full report", () => {
  const model = modelOf("support-assistant.yaml");
  const markdown = renderTemplate(template("threat-model"), toView(model, KNOWLEDGE));
  test("shows every finding, every mitigation and every framework", () => {
    for (const finding of model.threats) expect(markdown).toContain(escapeMarkdown(finding.id));
    for (const mitigation of model.mitigations) expect(markdown).toContain(`<a id="${mitigation.id}"></a>`);
    for (const framework of model.frameworks) expect(markdown).toContain(escapeMarkdown(framework.title));
  });
  test("every link within it has its target, in Markdown and in HTML", () => {
    const html = toHtml(markdown, model);
    const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !targets.has(link))).toEqual([]);
  });
  test("says what was assumed and why", () => expect(markdown).toContain("assumed: "));
  test("every requirement of every framework is accounted for", () => {
    for (const framework of KNOWLEDGE.frameworks) {
      const cover = model.frameworks.find(({ id }) => id === framework.id)!;
      expect(cover.coverage.map((entry) => entry.requirement)).toEqual(framework.requirements.filter((r) => !r.group).map((r) => r.id));
      expect(cover.coverage.every((entry) => entry.reason.length > 0)).toBe(true);
    }
  });
});

describe("whatever a user writes means itself", () => {
  const marks = fc.string({
    unit: fc.constantFrom(
      "a",
      "b",
      " ",
      "*",
      "_",
      "`",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "&",
      "lt;",
      "#",
      "-",
      "+",
      "1.",
      "|",
      "~",
      "\\",
      "!",
      "https://x.y",
      "www.x.y",
      "a@b.c",
      "\n",
      "=",
      ":",
      '"',
      "'",
    ),
    maxLength: 24,
  });
  test("in a heading, a paragraph and a table cell", () => {
    fc.assert(
      fc.property(marks, (name) => {
        const wanted = name.replace(/\s+/g, " ").trim();
        if (wanted === "") return;
        const spoken = escapeMarkdown(name);
        const html = toHtml(`# x ${spoken}\n\n${spoken}\n\n| a |\n| :-- |\n| ${spoken} |\n`, modelOf("support-assistant.yaml"));
        const body = html.slice(html.indexOf("<main>"));
        expect(body).not.toMatch(/<(?:em|strong|a|code|del|img|ul|ol|blockquote|hr)\b/);
        expect(text(body).split(wanted).length - 1).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });
  test.each(["constructor", "toString", "__proto__"])("in the name of a figure: %s", (name) => {
    expect(toHtml(`![x](figure:${name})`, modelOf("support-assistant.yaml"))).toContain(`[no figure is called ${name}]`);
  });
  test("in SVG and Mermaid", () => {
    const title = '"]; click c0 "javascript:alert(1)" <b>&"';
    const model = modelOf("support-assistant.yaml", { architecture: { components: [{ id: "api", kind: "inference-service", title }] }, decisions: undefined });
    expect(mermaid(model.architecture)).not.toMatch(/["<]b|click c0 "/);
    const html = toHtml("![x](figure:dfd)", model);
    expect(html).not.toContain("<b>");
    expect(html).toContain(escapeXml("<b>"));
  });
});
