import { describe, expect, test } from "vitest";
import { columnWidths } from "../src/document/columnWidths.js";
import { linkTarget } from "../src/document/linkTarget.js";
import { BAND_COLORS, PALETTE } from "../src/document/palette.js";
import { parseDocument } from "../src/document/parseDocument.js";
import { inlineStyle } from "../src/figures/inlineStyle.js";
import { dataFlowDiagram } from "../src/figures/dataFlowDiagram.js";
import { riskMatrix } from "../src/figures/riskMatrix.js";
import { strideBars } from "../src/figures/strideBars.js";
import { STYLE } from "../src/html/style.js";
import { exampleModel } from "./exampleModel.js";

const model = exampleModel("support-assistant");

describe("widths of columns", () => {
  const type = { total: 480, size: 8, padding: 8 };
  const sum = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0);
  test("fill the page", () => {
    for (const rows of [[["a"]], [["a", "b", "c"]], [["x".repeat(5000), "b"]], [Array.from({ length: 30 }, () => "wide column")]])
      expect(sum(columnWidths(rows, type))).toBeCloseTo(480);
  });
  test("leave short words whole beside long texts", () => {
    const [band, text] = columnWidths(
      [
        ["Band", "Why"],
        ["Medium", "because ".repeat(200)],
      ],
      type,
    );
    expect(band).toBeGreaterThan(35);
    expect(text).toBeGreaterThan(400);
  });
  test("of a table without columns are none", () => expect(columnWidths([[]], type)).toEqual([]));
});

describe("targets of links", () => {
  const anchors = new Set(["here"]);
  test.each([
    ["#here", { anchor: "here" }],
    ["https://example.org/ä b", undefined],
    ["https://example.org/ä?q=%20", { url: "https://example.org/%C3%A4?q=%20" }],
    ["mailto:a@example.org", { url: "mailto:a@example.org" }],
  ])("%s leads somewhere only where it is an address", (address, target) => expect(linkTarget(address, anchors)).toEqual(target));
  test.each(["#elsewhere", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", "https://a\u202Eb", "https://a\uD800", ""])(
    "%s leads nowhere",
    (address) => expect(linkTarget(address, anchors)).toBeUndefined(),
  );
});

test("an anchor is a node, and other HTML is left as what it is", () => {
  const [paragraph] = parseDocument('<a id="x"></a>\n\n').children;
  expect(paragraph).toMatchObject({ type: "paragraph", children: [{ type: "anchor", id: "x" }] });
  expect(parseDocument("a <b>c</b> d").children[0]).toMatchObject({
    children: [{ type: "text" }, { type: "html" }, { type: "text" }, { type: "html" }, { type: "text", value: " d" }],
  });
});

test.each(["https://example.org", "www.example.org", "somebody@example.org", "<https://example.org>", "<somebody@example.org>"])("%s in a text stays text", (address) =>
  expect(parseDocument(`See ${address}.`).children[0]).toMatchObject({ children: [{ type: "text", value: `See ${address}.` }] }),
);

test("documents have the light colours of the page", () => {
  for (const [name, color] of [...Object.entries(BAND_COLORS), ...Object.entries(PALETTE).filter(([name]) => name !== "on")]) expect(STYLE).toContain(`--${name}:${color}`);
});

test.each([strideBars(model), riskMatrix(model), dataFlowDiagram(model)])("a figure says all of its style for itself", (svg) => {
  const styled = inlineStyle(svg, "Roboto");
  const drawn = styled.replace(/<defs>[^]*?<\/defs>/g, "").match(/<(?:text|rect|path|circle|line)[^>]*>/g)!;
  expect(drawn.length).toBeGreaterThan(10);
  for (const element of drawn) {
    expect(element).toMatch(/ (?:fill|stroke)="/);
    expect(element).not.toContain("class=");
    if (element.startsWith("<text")) expect(element).toContain('font-family="Roboto"');
  }
});
