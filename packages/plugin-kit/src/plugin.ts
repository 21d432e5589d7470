import * as z from "zod";
import { ReferenceArchitecture } from "./architecture.js";
import { Framework } from "./framework.js";
import { Mapping } from "./mapping.js";
import { Mitigation } from "./mitigation.js";
import { Override } from "./override.js";
import { Question } from "./question.js";
import { Questionnaire } from "./questionnaire.js";
import { Scale } from "./scale.js";
import { Scoring } from "./scoring.js";
import { Template } from "./template.js";
import { Threat } from "./threat.js";

/** The version of the contract between plugins and the engine. The engine reads this one and refuses others, saying which side is older. */
export const API_VERSION = 1;

/** A plain value that contributes knowledge. All of it is data: it can be written as JSON and checked whole. */
export const Plugin = z.strictObject({
  /** Name of the package it comes from. */
  name: z
    .string()
    .regex(/^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/, "the package name")
    .max(214),
  /** Version of the package. */
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+/, "a semantic version, such as 1.0.0")
    .max(60),
  /** Version of this contract. */
  apiVersion: z.literal(API_VERSION),
  questions: z.array(Question).default([]),
  scales: z.array(Scale).default([]),
  scoring: Scoring.optional(),
  architectures: z.array(ReferenceArchitecture).default([]),
  threats: z.array(Threat).default([]),
  mitigations: z.array(Mitigation).default([]),
  frameworks: z.array(Framework).default([]),
  mappings: z.array(Mapping).default([]),
  questionnaires: z.array(Questionnaire).default([]),
  templates: z.array(Template).default([]),
  /** Changes to entries of other plugins. */
  overrides: z.array(Override).default([]),
});
export type Plugin = z.infer<typeof Plugin>;

/** The lists that a plugin may bring, in the order in which people are told of them. */
export const PLUGIN_LISTS = [
  "questions",
  "scales",
  "architectures",
  "threats",
  "mitigations",
  "frameworks",
  "mappings",
  "questionnaires",
  "templates",
  "overrides",
] as const satisfies readonly (keyof Plugin)[];

/** A plugin as its author writes it: whatever has a default may be left out. */
export type PluginInput = z.input<typeof Plugin>;
