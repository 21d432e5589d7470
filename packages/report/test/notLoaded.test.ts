import { describe, expect, test } from "vitest";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { BUILT_IN_TEMPLATES, noticesOf, renderTemplate, toView } from "../src/index.js";
import { exampleModel } from "./exampleModel.js";

/** A model made with plugins of which none is loaded any more. */
const model = exampleModel("consumer-credit-scorer");
const nothing = { questions: [], mitigations: [], frameworks: [], questionnaires: [] };

describe("a model made with plugins that are not loaded", () => {
  test.each(BUILT_IN_TEMPLATES.map((template) => template.id))("becomes the document %s", (id) => {
    const template = BUILT_IN_TEMPLATES.find((each) => each.id === id)!;
    expect(renderTemplate(template, toView(model, nothing))).toContain("# ");
  });

  test("shows what it holds", () => {
    const view = toView(model, nothing);
    expect(view.frameworks.map(({ id, edition }) => [id, edition])).toEqual(model.frameworks.map(({ id, edition }) => [id, edition]));
    expect(view.backlog.map(({ title }) => title)).toEqual(toView(model, KNOWLEDGE).backlog.map(({ title }) => title));
    expect(view.findings[0]!.links.length).toBeGreaterThan(0);
    expect(view.profile).toHaveLength(4);
  });

  test("says in one notice what is not known", () => {
    const known = { ...KNOWLEDGE, mitigations: KNOWLEDGE.mitigations.filter(({ id }) => id !== model.mitigations[0]!.id), frameworks: KNOWLEDGE.frameworks.slice(1) };
    expect(noticesOf(model, KNOWLEDGE)).toEqual([]);
    expect(noticesOf(model, known)).toEqual([
      `Made with a plugin that is not loaded, so that texts are missing of the frameworks ${KNOWLEDGE.frameworks[0]!.id}; the mitigations ${model.mitigations[0]!.id}.`,
    ]);
  });
});
