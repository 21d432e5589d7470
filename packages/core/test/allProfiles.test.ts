// What the score promises, over every combination of the four answers (docs/scoring.md, "What always holds").
import { beforeAll, describe, expect, test } from "vitest";
import { STRIDE } from "@strideml/plugin-kit";
import { generateThreatModel } from "../src/index.js";
import { AROUND, KNOWLEDGE, type Profile, allProfiles, keyOf, systemOf } from "./knowledge.js";

/** What the properties read of a model. */
interface Sketch {
  overall: number;
  severity: string;
  categories: Record<string, number>;
  scores: Map<string, number>;
  severities: string[];
  threats: Set<string>;
  unplaced: string[];
}

const profiles = allProfiles();
const sketches = new Map<string, Sketch>();

const sketchOf = (profile: Profile): Sketch => {
  const model = generateThreatModel(systemOf(profile), KNOWLEDGE, AROUND);
  return {
    overall: model.overall.score,
    severity: model.overall.severity,
    categories: Object.fromEntries(model.categories.map((category) => [category.stride, category.score])),
    scores: new Map(model.threats.map((finding) => [finding.id, finding.score])),
    severities: model.threats.map((finding) => finding.severity),
    threats: new Set(model.threats.map((finding) => finding.threat)),
    unplaced: model.unplaced,
  };
};

const sketch = (profile: Profile) => sketches.get(keyOf(profile))!;

beforeAll(() => {
  for (const profile of profiles) sketches.set(keyOf(profile), sketchOf(profile));
});

/** Pairs of a profile and the same one with one answer moved up a rank. */
const steps = (question: keyof Profile, order: string[][]): [Profile, Profile][] =>
  profiles.flatMap((profile) => {
    const rank = order.findIndex((group) => group.includes(profile[question]));
    return rank < 0 || rank === order.length - 1 ? [] : order[rank + 1]!.map((value): [Profile, Profile] => [profile, { ...profile, [question]: value }]);
  });

const drops = (pairs: [Profile, Profile][]): string[] =>
  pairs.flatMap(([from, to]) => {
    const [low, high] = [sketch(from), sketch(to)];
    const lost = [...low.scores]
      .filter(([id, score]) => (high.scores.get(id) ?? 0) < score)
      .map(([id, score]) => `${keyOf(from)} -> ${keyOf(to)}: ${id} ${score} -> ${high.scores.get(id) ?? "gone"}`);
    return high.overall < low.overall ? [...lost, `${keyOf(from)} -> ${keyOf(to)}: overall ${low.overall} -> ${high.overall}`] : lost;
  });

const ACCESS = [["restricted"], ["internal"], ["authenticated"], ["public"]];
const DATA = [["public"], ["internal"], ["confidential"], ["personal"], ["financial", "health", "biometric", "classified"]];

describe("a riskier answer never looks safer", () => {
  test("wider access lowers no score and removes no finding", () => expect(drops(steps("accessLevel", ACCESS)).slice(0, 10)).toEqual([]));
  test("more sensitive data lowers no score and removes no finding", () => expect(drops(steps("dataSensitivity", DATA)).slice(0, 10)).toEqual([]));
});

describe("the overall score speaks for its findings", () => {
  test("a critical finding makes its model at least high", () => {
    const masked = profiles.filter((profile) => sketch(profile).severities.includes("critical") && sketch(profile).overall < KNOWLEDGE.scoring.bands.high);
    expect(masked.map(keyOf)).toEqual([]);
  });
  test("scores are whole numbers from 1 to 10", () => {
    const all = [...sketches.values()].flatMap((each) => [each.overall, ...Object.values(each.categories), ...each.scores.values()]);
    expect(all.every((score) => Number.isInteger(score) && score >= 1 && score <= 10)).toBe(true);
  });
});

describe("the answers matter", () => {
  const severityShare = () => {
    const counts = new Map<string, number>();
    for (const { severity } of sketches.values()) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    return counts;
  };
  test("all four bands occur and none holds more than 60 % of the profiles", () => {
    expect([...severityShare().keys()].toSorted()).toEqual(["critical", "high", "low", "medium"]);
    expect(Math.max(...severityShare().values()) / profiles.length).toBeLessThanOrEqual(0.6);
  });
  test("fewer than 5 % of all findings score 10", () => {
    const scores = [...sketches.values()].flatMap((each) => [...each.scores.values()]);
    expect(scores.filter((score) => score === 10).length / scores.length).toBeLessThan(0.05);
  });
  test.each(["modelType", "deployment", "dataSensitivity", "accessLevel"] as const)("no two values of %s are interchangeable", (question) => {
    const print = (profile: Profile) =>
      [...sketch(profile).scores]
        .map(([id, score]) => `${id}:${score}`)
        .toSorted()
        .join(",");
    const values = [...new Set(profiles.map((profile) => profile[question]))];
    const same = values.flatMap((a, index) =>
      values.slice(index + 1).flatMap((b) => {
        const pairs = profiles.filter((profile) => profile[question] === a);
        const differ = pairs.filter((profile) => print(profile) !== print({ ...profile, [question]: b })).length;
        return differ < pairs.length / 2 ? [`${a} and ${b} differ in ${differ} of ${pairs.length}`] : [];
      }),
    );
    expect(same).toEqual([]);
  });
  test("only the package supply chain concerns every system there is", () => {
    const fired = new Map<string, number>();
    for (const { threats } of sketches.values()) for (const id of threats) fired.set(id, (fired.get(id) ?? 0) + 1);
    expect(KNOWLEDGE.threats.filter((threat) => fired.get(threat.id) === profiles.length).map((threat) => threat.id)).toEqual(["compromised-ml-dependency"]);
  });
  test("a list stays a list that somebody reads: between 9 and 52 findings, for 94 of 100 systems between 12 and 40", () => {
    const sizes = [...sketches.values()].map((each) => each.scores.size);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(52);
    expect(sizes.filter((size) => size >= 12 && size <= 40).length / sizes.length).toBeGreaterThan(0.94);
  });
});

test("no threat that applies lacks a component to stand on", () => {
  expect(profiles.flatMap((profile) => sketch(profile).unplaced.map((id) => `${id}: ${keyOf(profile)}`)).slice(0, 10)).toEqual([]);
});

test("the six categories are those of STRIDE, in its order", () => {
  const model = generateThreatModel(systemOf(profiles[0]!), KNOWLEDGE, AROUND);
  expect(model.categories.map((category) => category.stride)).toEqual([...STRIDE]);
});
