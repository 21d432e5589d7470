import type { Imported, ImportedAnswer, Question } from "@strideml/plugin-kit";
import { Document, isMap, isNode } from "yaml";
import { oneLine } from "./cleanText.js";
import { toSystemFile } from "./toSystemFile.js";

/** Words for how sure an answer is, for the person who checks it. */
const SURE: Record<ImportedAnswer["certainty"], string> = { certain: "", likely: "likely; ", guess: "a guess, check it; " };

const said = (text: string): string => oneLine(text, 300).text;

const choicesOf = ({ type, choices }: Question): string => (type === "boolean" ? "true, false" : choices.map(({ id }) => id).join(", "));

const nameOf = (question: string): string => question.slice(question.indexOf(".") + 1);

/** Questions of the profile that the file does not answer, one a line, with their choices. */
const openQuestions = (answers: readonly ImportedAnswer[], questions: readonly Question[]): string =>
  questions
    .filter(({ id }) => id.startsWith("profile.") && answers.every(({ question }) => question !== id))
    .map((question) => ` ${nameOf(question.id)}: ${choicesOf(question)}   <- ${question.title}`)
    .join("\n");

/**
 * The text of a system file for what was imported: each answer with where it was read and how sure it is, each question of
 * the profile that is still open as a comment with its choices.
 * @param title of the importer, for the first line
 */
export const importedYaml = (imported: Imported, questions: readonly Question[], fileName: string, title: string): string => {
  const document = new Document(toSystemFile(imported));
  document.commentBefore = ` Read from ${said(fileName)} (${title}). strideml generate FILE makes its threat model.`;
  for (const { question, certainty, from } of imported.answers) {
    const node = document.getIn(question.split("."), true);
    if (isNode(node)) node.comment = ` ${SURE[certainty]}${said(from)}`;
  }
  const open = openQuestions(imported.answers, questions);
  const root = document.contents;
  const pair = isMap(root) ? root.items.find(({ key }) => String(key) === "profile") : undefined;
  if (open !== "" && pair && isNode(pair.key)) pair.key.commentBefore = ` Still to be answered, under profile:\n${open}`;
  return document.toString({ lineWidth: 0 });
};
