import { defineImporter, success } from "@strideml/plugin-kit";
import { type Fields, fieldsOf, isFields, listOf, textOf, textsOf } from "./fields.js";
import { frontMatter } from "./frontMatter.js";
import { huggingFaceAnswers } from "./huggingFaceAnswers.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import { readBoundedYaml } from "./readBoundedYaml.js";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";

const KEYS = ["pipeline_tag", "library_name", "base_model", "datasets", "license", "model-index", "model_name", "tags", "language", "metrics", "inference"];

/** Fields that become answers or part of the description. */
const CARRIED = new Set(["pipeline_tag", "library_name", "base_model", "datasets", "license", "license_name", "model_name", "tags", "language"]);

/** Cards of the Hub that are not about a model. */
const notModel = (card: Fields): string | undefined => {
  if (["pipeline_tag", "base_model", "library_name", "model-index"].some((key) => card[key] !== undefined)) return undefined;
  if (card["sdk"] !== undefined) return "describes a Space, which is an application, and not a model";
  return card["dataset_info"] !== undefined || card["size_categories"] !== undefined || card["task_categories"] !== undefined ? "describes a dataset and not a model" : undefined;
};

/** The first heading of the text, and its first paragraph of prose. */
const inBody = (body: string): { heading?: string; paragraph?: string } => {
  const blocks = body
    .slice(0, 50_000)
    .split(/\n[ \t\r]*\n/u)
    .map((block) => block.trim());
  const heading = /^#[ \t]+(.+)$/mu.exec(body.slice(0, 50_000))?.[1];
  const paragraph = blocks.find((block) => /^\p{L}/u.test(block));
  return { ...(heading !== undefined && { heading }), ...(paragraph !== undefined && { paragraph }) };
};

const LABELS = [
  ["base_model", "Built on"],
  ["datasets", "Trained on"],
  ["library_name", "Library"],
  ["license", "Licence"],
  ["license_name", "Name of the licence"],
  ["language", "Languages"],
] as const;

const facts = (card: Fields): string =>
  LABELS.flatMap(([key, label]) => (textsOf(card[key]).length > 0 ? [`${label}: ${textsOf(card[key]).slice(0, 30).join(", ")}.`] : [])).join(" ");

/** The name that a generated card carries where nobody gave one. */
const isPlaceholder = (heading: string): boolean => /^model card for (?:model id|\{\{.*\}\})$/iu.test(heading.trim());

const nameIn = (card: Fields, heading: string | undefined): string | undefined =>
  textOf(card["model_name"]) ??
  (heading !== undefined && !isPlaceholder(heading) ? heading.replace(/^model card for /iu, "") : undefined) ??
  textOf(fieldsOf(listOf(card["model-index"])[0])["name"]);

const read = (card: Fields, body: string, losses: Losses) => {
  const { heading, paragraph } = inBody(body);
  const rest = Object.keys(card).filter((key) => !CARRIED.has(key));
  if (rest.length > 0) losses.add(`the metadata ${rest.join(", ")}`, "a system file has no place for it");
  losses.add("the text of the card beyond its first paragraph", "it is prose; only name, first paragraph and metadata are read");
  const description = [paragraph, facts(card)].filter(Boolean).join("\n\n");
  return importedFrom({ about: { name: nameIn(card, heading), description }, answers: huggingFaceAnswers(card), deaf: true }, losses);
};

/** Model cards of the Hugging Face Hub: README.md with YAML at its head. Source: the Hub's model card specification, 2026. */
export const huggingFaceCard = defineImporter({
  id: "hugging-face-card",
  title: "Hugging Face model card",
  extensions: ["md"],
  recognises: (text) => {
    const head = text.slice(0, 100_000);
    const yaml = frontMatter(head)?.yaml;
    return yaml !== undefined && KEYS.some((key) => new RegExp(`^${key}[ \t]*:`, "mu").test(yaml));
  },
  import: (text, fileName) => {
    const plain = readableText(text, fileName);
    if (!plain.ok) return plain;
    const parts = frontMatter(plain.value);
    if (!parts) return refuse(fileName, "front-matter", "has no metadata at its head", { line: 1, column: 1, expected: "YAML between two lines of ---" });
    if (parts.yaml.trim() === "") return refuse(fileName, "front-matter", "has empty metadata at its head", { line: 1, column: 1, expected: KEYS.slice(0, 6).join(", ") });
    // A line before the YAML keeps the line numbers of problems those of the file.
    const yaml = readBoundedYaml(`\n${parts.yaml}`, fileName);
    if (!yaml.ok) return yaml;
    if (!isFields(yaml.value)) return refuse(fileName, "front-matter", "has metadata that is not a mapping", { line: 2, column: 1, expected: KEYS.slice(0, 6).join(", ") });
    const other = notModel(yaml.value);
    if (other !== undefined)
      return refuse(fileName, "hugging-face-card", other, { line: 2, column: 1, expected: "the card of a model", hint: "take the README.md of the model's repository" });
    return success(read(yaml.value, parts.body, new Losses()));
  },
});
