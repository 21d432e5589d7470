import type { Threat } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import type { Bench } from "./Bench.js";
import { keep } from "./Unkept.js";

const firesOn = (id: string, example: string, bench: Bench): boolean => bench.model(example).threats.some(({ threat }) => threat === id);

const proof = ({ id, examples }: Threat, bench: Bench): string[] => {
  const { fires, quiet } = examples!;
  const unknown = [...fires, ...quiet].filter((example) => !bench.systems.has(example));
  if (unknown.length > 0) return unknown.map((example) => `${id}: no example is called ${example}; there are ${[...bench.systems.keys()].join(", ")}`);
  const silent = [...bench.systems.keys()].find((example) => !firesOn(id, example, bench));
  return [
    ...fires.filter((example) => !firesOn(id, example, bench)).map((example) => `${id}: examples.fires: does not fire on ${example}`),
    ...quiet.filter((example) => firesOn(id, example, bench)).map((example) => `${id}: examples.quiet: fires on ${example}`),
    ...(quiet.length === 0 && silent !== undefined ? [`${id}: examples.quiet: names none, and it is quiet on ${silent}`] : []),
  ];
};

/** Cases about the threats that say on which systems they fire. */
export const exampleCases = (bench: Bench): ContractCase[] => {
  const threats = bench.subject.plugin["threats"];
  if (!Array.isArray(threats) || bench.problems.length > 0) return [];
  return (threats as Threat[])
    .filter(({ examples }) => examples !== undefined)
    .map((threat) => ({ name: `threat ${threat.id}: fires on its examples and is quiet on the others`, run: async () => keep(proof(threat, bench)) }));
};
