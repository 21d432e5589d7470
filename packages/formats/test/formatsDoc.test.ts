import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXPORTERS, IMPORTERS } from "../src/index.js";
import { LEVEL_WORDS, percentOf, productOf, securitySeverity, SEVERITY_WORDS_OF, trustRatingOf } from "../src/scales.js";

const page = readFileSync(new URL("../../../docs/formats.md", import.meta.url), "utf8");
/** Rows of the tables of the page, with single spaces. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.replaceAll(/\s+/g, " ").trim());

const BANDS = ["low", "medium", "high", "critical"] as const;

describe("the page of formats", () => {
  test.each(EXPORTERS.map(({ id }) => id))("has a row for %s with what was checked", (id) => expect(rows.filter((row) => row.startsWith(`| \`${id}\` |`))).toHaveLength(1));
  test.each(IMPORTERS.map(({ id, title }) => [id, title]))("names the importer %s", (id, title) =>
    expect(rows.filter((row) => row.startsWith(`| \`${id}\`, ${title} |`))).toHaveLength(1),
  );
  test.each(Object.entries(LEVEL_WORDS))("has the levels of %s", (name, words) => expect(rows).toContain(`| \`${name}\` | ${words.join(" | ")} |`));
  test.each(Object.entries(SEVERITY_WORDS_OF))("has the bands of %s", (name, words) => expect(rows).toContain(`| \`${name}\` | ${BANDS.map((band) => words[band]).join(" | ")} |`));
  test("has the numbers", () => {
    const levels = [1, 2, 3, 4, 5];
    expect(rows).toContain(`| \`percentOf\`: OTM likelihood and impact | ${levels.map(percentOf).join(" | ")} |`);
    expect(rows).toContain(`| \`trustRatingOf\`: OTM trust | ${levels.map(trustRatingOf).join(" | ")} |`);
    expect(rows).toContain(`| \`productOf\`: Threat Model Library, with equal impact | ${levels.map((level) => productOf(level, level)).join(" | ")} |`);
    expect(rows).toContain(
      `| \`securitySeverity\`: SARIF, for a score in the middle of the band | ${securitySeverity(2, "low")} | ${securitySeverity(4.5, "medium")} | ${securitySeverity(7, "high")} | ${securitySeverity(9, "critical")} |`,
    );
  });
});
