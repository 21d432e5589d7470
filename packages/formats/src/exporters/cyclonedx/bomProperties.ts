import type { Annotation, Answer } from "@strideml/plugin-kit";
import { manyLines } from "../common/safeText.js";

/** A name with a value, under our own prefix. */
export interface BomProperty {
  name: string;
  value: string;
}

/** One property per value that is given; a list gives one each. */
export const bomProperties = (values: Record<string, Answer | number | undefined>): BomProperty[] =>
  Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [String(value)]).map((each) => ({ name: `strideml:${name}`, value: manyLines(each) }));
  });

/** The requirements that something touches, and how: `strideml:mitre-atlas` with `AML.T0050 (broad-match)`. */
export const annotationProperties = (annotations: readonly Pick<Annotation, "framework" | "requirement" | "relation">[]): BomProperty[] =>
  annotations.flatMap(({ framework, requirement, relation }) => bomProperties({ [`framework:${framework}`]: `${requirement} (${relation})` }));
