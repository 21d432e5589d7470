import { readFileSync } from "node:fs";
import type { Knowledge, Plugin, System } from "@strideml/plugin-kit";
import { parseSystem, type Surroundings } from "../src/index.js";

/** The catalog as the plugin it is. */
export const CATALOG = JSON.parse(readFileSync(new URL("../../catalog/dist/knowledge.json", import.meta.url), "utf8")) as Plugin;

/** The bundled knowledge as the command line ships it: tests of the engine run on what users get. */
export const KNOWLEDGE = JSON.parse(readFileSync(new URL("../../../apps/cli/dist/knowledge.json", import.meta.url), "utf8")) as Knowledge;

export const AROUND: Surroundings = { engine: "strideml test", digest: () => "0".repeat(64) };

export type Profile = Record<"modelType" | "deployment" | "dataSensitivity" | "accessLevel", string>;

/** A system with these answers; throws where they are not answers. */
export const systemOf = (profile: Profile, more: object = {}): System => {
  const parsed = parseSystem({ schemaVersion: 1, system: { name: "Test" }, profile, ...more }, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

const choices = (id: string) => KNOWLEDGE.questions.find((question) => question.id === `profile.${id}`)!.choices.map((choice) => choice.id);

/** All combinations of the four answers. */
export const allProfiles = (): Profile[] =>
  choices("modelType").flatMap((modelType) =>
    choices("deployment").flatMap((deployment) =>
      choices("dataSensitivity").flatMap((dataSensitivity) => choices("accessLevel").map((accessLevel) => ({ modelType, deployment, dataSensitivity, accessLevel }))),
    ),
  );

export const keyOf = (profile: Profile): string => Object.values(profile).join(" ");
