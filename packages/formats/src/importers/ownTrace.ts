import { type Answer, GivenArchitecture, type Imported, type ImportedAnswer, SystemFile } from "@strideml/plugin-kit";
import { type Fields, textOf } from "./fields.js";
import { jsonIn } from "./jsonIn.js";

/** What a file that we wrote says of the whole: the answers, and the head of the system file. */
export interface OwnTrace {
  system?: Pick<Imported, "name" | "description" | "owner" | "version">;
  answers: ImportedAnswer[];
  questionnaires?: Imported["questionnaires"];
  architecture?: GivenArchitecture;
}

const QUESTION = /^(?:profile|context)(?:\.[A-Za-z]{1,40}){1,4}$/u;

const isAnswer = (value: unknown): value is Answer =>
  typeof value === "boolean" ||
  (typeof value === "string" && value.length <= 100) ||
  (Array.isArray(value) && value.length <= 100 && value.every((each) => typeof each === "string"));

const answersIn = (value: unknown): ImportedAnswer[] =>
  value === null || typeof value !== "object"
    ? []
    : Object.entries(value).flatMap(([question, answer]: [string, unknown]): ImportedAnswer[] =>
        QUESTION.test(question) && isAnswer(answer) ? [{ question, value: answer, from: "the answers that StrideML wrote into the file", certainty: "certain" }] : [],
      );

/** Reads what our exporters write about the model; nothing where the file is not one of ours. */
export const ownTrace = (trace: Fields): OwnTrace | undefined => {
  const answers = answersIn(jsonIn(textOf(trace["answers"])));
  if (answers.length === 0) return undefined;
  const system = SystemFile.shape.system.safeParse(jsonIn(textOf(trace["system"])));
  const questionnaires = SystemFile.shape.questionnaires.safeParse(jsonIn(textOf(trace["questionnaires"])));
  const architecture = GivenArchitecture.safeParse(jsonIn(textOf(trace["architecture"])));
  return {
    answers,
    ...(system.success && { system: system.data }),
    ...(questionnaires.success && Object.keys(questionnaires.data).length > 0 && { questionnaires: questionnaires.data }),
    ...(architecture.success && { architecture: architecture.data }),
  };
};
