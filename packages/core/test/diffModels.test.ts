import { expect, test } from "vitest";
import { diffModels, generateThreatModel } from "../src/index.js";
import { AROUND, KNOWLEDGE, type Profile, systemOf } from "./knowledge.js";

const PROFILE: Profile = { modelType: "rag", deployment: "saas", dataSensitivity: "personal", accessLevel: "public" };
const modelOf = (change: Partial<Profile> = {}, more: object = {}) => generateThreatModel(systemOf({ ...PROFILE, ...change }, more), KNOWLEDGE, AROUND);

test("a model does not differ from itself", () => {
  const diff = diffModels(modelOf(), modelOf());
  expect([diff.appeared, diff.vanished, diff.moved]).toEqual([[], [], []]);
  expect(diff.unchanged).toBe(modelOf().threats.length);
});

test("every finding of either model is told of exactly once", () => {
  const [before, after] = [modelOf(), modelOf({ modelType: "agent", accessLevel: "internal" })];
  const { appeared, vanished, moved, unchanged } = diffModels(before, after);
  expect(appeared.length + moved.length + unchanged).toBe(after.threats.length);
  expect(vanished.length + moved.length + unchanged).toBe(before.threats.length);
  expect(appeared.length).toBeGreaterThan(0);
});

test("read the other way round, what appeared has vanished", () => {
  const [before, after] = [modelOf(), modelOf({ modelType: "agent" })];
  expect(diffModels(after, before).vanished).toEqual(diffModels(before, after).appeared);
});

test("a mitigation put in place moves residual scores and no others", () => {
  const after = modelOf({}, { decisions: { mitigations: [{ id: "authenticate-model-clients", status: "in-place" }] } });
  const { appeared, vanished, moved } = diffModels(modelOf(), after);
  expect([...appeared, ...vanished]).toEqual([]);
  expect(moved.length).toBeGreaterThan(0);
  for (const pair of moved) expect(pair.after.score).toBe(pair.before.score);
});
