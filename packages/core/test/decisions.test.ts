import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateThreatModel } from "../src/index.js";
import { AROUND, KNOWLEDGE, allProfiles, systemOf } from "./knowledge.js";

const PROFILE = { modelType: "tabular", deployment: "cloud-api", dataSensitivity: "financial", accessLevel: "authenticated" };
const modelWith = (decisions: object, date?: string) => generateThreatModel(systemOf(PROFILE, { decisions }), KNOWLEDGE, { ...AROUND, ...(date && { date }) });
const plain = modelWith({});
const worst = plain.threats[0]!;
const decide = (status: string, more: object = {}) => ({ findings: [{ id: worst.id, status, owner: "Head of risk", reason: "Discussed in the review of May", ...more }] });
const finding = (model: typeof plain) => model.threats.find((each) => each.id === worst.id)!;

describe("a mitigation", () => {
  test("in place never raises a residual score, of any finding of any system", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allProfiles()),
        fc.constantFrom(...KNOWLEDGE.mitigations.map((each) => each.id)),
        fc.constantFrom("in-place", "partly", "planned", "not-planned"),
        (profile, id, status) => {
          const model = generateThreatModel(systemOf(profile, { decisions: { mitigations: [{ id, status }] } }), KNOWLEDGE, AROUND);
          for (const each of model.threats) {
            expect(each.residual.score).toBeLessThanOrEqual(each.score);
            if (!each.mitigations.includes(id)) expect(each.residual.likelihood * each.residual.impact).toBe(each.likelihood * each.impact);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  test("in place takes more off than partly in place", () => {
    const id = worst.mitigations[0]!;
    const risk = (status: string) => {
      const { residual } = finding(modelWith({ mitigations: [{ id, status }] }));
      return residual.likelihood * residual.impact;
    };
    expect(risk("in-place")).toBeLessThan(risk("partly"));
    expect(risk("partly")).toBeLessThan(risk("planned"));
  });
  test("in place leaves the inherent score as it was", () => {
    expect(finding(modelWith({ mitigations: worst.mitigations.map((id) => ({ id, status: "in-place" })) })).score).toBe(worst.score);
  });
});

describe("a decision on a finding", () => {
  test.each(["accepted", "transferred"])("%s stays visible with its risk", (status) => {
    const decided = finding(modelWith(decide(status)));
    expect([decided.status, decided.score, decided.residual.score]).toEqual([status, worst.score, worst.residual.score]);
  });
  test.each(["avoided", "false-positive"])("%s leaves no risk", (status) => expect(finding(modelWith(decide(status))).residual.score).toBe(1));
  test("mitigated leaves at most a low risk", () => expect(finding(modelWith(decide("mitigated"))).residual.severity).toBe("low"));
  test("expires: afterwards the finding is open again and says why", () => {
    const decision = decide("accepted", { expires: "2026-06-30" });
    expect(finding(modelWith(decision, "2026-06-30")).status).toBe("accepted");
    const after = finding(modelWith(decision, "2026-07-01"));
    expect(after.status).toBe("open");
    expect(after.decision?.note).toContain("expired on 2026-06-30");
  });
  test("that names nothing is told", () => {
    const model = modelWith({
      findings: [{ id: "no-such-threat@nowhere", status: "accepted", owner: "A", reason: "B" }],
      mitigations: [{ id: "no-such-mitigation", status: "in-place" }],
    });
    expect(model.unusedDecisions).toEqual(["no-such-threat@nowhere", "no-such-mitigation"]);
  });
});
