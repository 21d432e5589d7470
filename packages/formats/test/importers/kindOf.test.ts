import { describe, expect, it } from "vitest";
import { KNOWLEDGE } from "../../../core/test/knowledge.js";
import { KIND_WORDS } from "../../src/importers/kinds.js";
import { kindOf } from "../../src/importers/kindOf.js";
import { FALLBACK_KIND } from "../../src/importers/shapes.js";

const KNOWN = KNOWLEDGE.architectures.flatMap((architecture) => architecture.components);

describe("the kind of an imported element", () => {
  it("is one that the knowledge has", () => {
    const kinds = new Set(KNOWN.map((component) => component.kind));
    expect([...KIND_WORDS.map((entry) => entry.kind), ...Object.values(FALLBACK_KIND)].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it.each(KNOWN.map((component) => [component.title, component] as const))("is found for %s, as our own figures call it", (title, { kind, shape }) => {
    expect(kindOf({ name: title, shape })).toMatchObject({ kind, named: true });
  });

  it.each([
    ["Pinecone", "store", "vector-store"],
    ["RAG pipeline", "process", "prompt-orchestrator"],
    ["Model registry (MLflow)", "store", "model-registry"],
    ["Fine-tuning job", "process", "training-pipeline"],
    ["FeatureStore", "store", "feature-store"],
    ["LLM", "process", "inference-service"],
    ["GPT-4 API", "actor", "model-vendor"],
    ["Support agent", "process", "prompt-orchestrator"],
    ["MCP server", "process", "tool-gateway"],
    ["Browser plugins", "process", "client-application"],
    ["Customer", "actor", "end-user"],
    ["User database", "store", "data-source"],
    ["Web Browser", "actor", "client-application"],
    ["API Gateway", "process", "client-application"],
    ["Application log", "store", "monitoring"],
    ["Login service", "process", "client-application"],
    ["Traffic camera", "actor", "sensor"],
  ] as const)("of %s drawn as %s is %s", (name, shape, kind) => {
    expect(kindOf({ name, shape }).kind).toBe(kind);
  });

  it("follows from the type where the name tells nothing", () => {
    expect(kindOf({ name: "Zeus", type: "ml-inference-service" })).toMatchObject({ kind: "inference-service", named: true });
    expect(kindOf({ name: "Zeus", type: "web-client" })).toMatchObject({ kind: "client-application", named: true });
    expect(kindOf({ name: "Zeus", type: "postgresql" })).toEqual({ kind: "data-source", shape: "store", named: false });
  });

  it("follows from the shape where nothing tells, and says so", () => {
    expect(kindOf({ name: "Zeus", shape: "actor" })).toEqual({ kind: "end-user", shape: "actor", named: false });
  });
});
