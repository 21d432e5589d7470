import { beforeEach, expect, test, vi } from "vitest";
import type { FormQuestion } from "@strideml/plugin-kit";
import { askForm } from "../src/lazy/askForm.js";

const prompts = vi.hoisted(() => ({ validate: (given: string | undefined): unknown => given }));

vi.mock("@clack/prompts", () => ({
  intro: () => undefined,
  outro: () => undefined,
  isCancel: () => false,
  log: { step: () => undefined },
  text: ({ validate }: { validate: typeof prompts.validate }) => {
    prompts.validate = validate;
    return Promise.resolve(" 2026-02-28 ");
  },
}));

const question: FormQuestion = { id: "since", section: "Use", type: "date", title: "Since when?", help: "The first day.", source: { text: "own" }, choices: [] };

let answers: unknown;
beforeEach(async () => {
  answers = await askForm("Form", {}, (given) => (given["since"] === undefined ? question : undefined));
});

test("a day that the calendar does not have is asked for again", () => {
  expect(prompts.validate("2026-02-31")).toBe("A day: YYYY-MM-DD.");
  expect(prompts.validate(" 2026-02-28 ")).toBeUndefined();
  expect(prompts.validate("")).toBeUndefined();
});

test("a day is kept without the space around it", () => expect(answers).toEqual({ since: "2026-02-28" }));
