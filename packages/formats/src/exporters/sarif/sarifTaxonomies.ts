import type { Annotation, Finding } from "@strideml/plugin-kit";
import { uuidOf } from "../../uuidOf.js";
import { webAddress } from "../common/webAddress.js";
import { oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";

/** One framework as a taxonomy: only the requirements that the findings touch. */
interface Taxonomy {
  framework: string;
  name: string;
  guid: string;
  taxa: string[];
}

/**
 * How our relations read in SARIF, from the rule to the taxon: `superset` says that the taxon is the broader one.
 * Source: SARIF 2.1.0, section 3.53.3.
 */
export const KINDS: Record<Annotation["relation"], string> = {
  "exact-match": "equal",
  "broad-match": "superset",
  "narrow-match": "subset",
  "close-match": "relevant",
  "related-match": "relevant",
  addresses: "relevant",
  tests: "relevant",
  documents: "relevant",
  evidences: "relevant",
};

const inOrder = (items: Iterable<string>): string[] => [...new Set(items)].sort();

/** Frameworks and requirements that findings touch, in a fixed order. */
export const taxonomiesOf = (findings: readonly Finding[], texts: Texts): Taxonomy[] => {
  const touched = findings.flatMap(({ annotations }) => annotations);
  return inOrder(touched.map(({ framework }) => framework)).map((framework) => {
    const { title, edition } = texts.frameworkTitle(framework);
    const taxa = inOrder(touched.filter((link) => link.framework === framework).map(({ requirement }) => requirement));
    return { framework, name: oneLine(title, 255), guid: uuidOf("framework", framework, edition), taxa };
  });
};

const taxonOf = (framework: string, id: string, texts: Texts): object => {
  const requirement = texts.requirement(framework, id);
  const helpUri = webAddress(requirement?.url);
  return { id, name: oneLine(requirement?.title ?? id, 255), shortDescription: { text: oneLine(requirement?.title ?? id) }, ...(helpUri && { helpUri }) };
};

/** Each taxonomy as the tool component that SARIF wants, with the titles of its requirements. */
export const taxonomyComponents = (taxonomies: readonly Taxonomy[], texts: Texts): object[] =>
  taxonomies.map(({ framework, name, guid, taxa }) => {
    const known = texts.framework(framework);
    const informationUri = webAddress(known?.url);
    return {
      name,
      guid,
      version: oneLine(texts.frameworkTitle(framework).edition, 255),
      ...(known && { organization: oneLine(known.publisher) }),
      shortDescription: { text: name },
      ...(informationUri && { informationUri }),
      isComprehensive: false,
      taxa: taxa.map((id) => taxonOf(framework, id, texts)),
    };
  });

/** Finds the place of a requirement among the taxonomies. */
export const taxonFinder = (taxonomies: readonly Taxonomy[]) => {
  const places = new Map(
    taxonomies.map(({ framework, name, guid, taxa }, index) => [framework, { component: { name, index, guid }, taxa: new Map(taxa.map((id, place) => [id, place])) }] as const),
  );
  return ({ framework, requirement }: Pick<Annotation, "framework" | "requirement">) => {
    const place = places.get(framework)!;
    return { id: requirement, index: place.taxa.get(requirement)!, toolComponent: place.component };
  };
};
export type TaxonFinder = ReturnType<typeof taxonFinder>;
