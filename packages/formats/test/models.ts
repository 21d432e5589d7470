import type { ThreatModel } from "@strideml/plugin-kit";
import { modelOf } from "./examples.js";

/** Markup, a formula, control characters, a change of direction, half a surrogate pair, and length. */
export const HOSTILE = `=HYPERLINK("x")<script>alert('1')</script>&amp;\u0000\u0007\u202E\uD83D\r\n\t]]>--${"wide ".repeat(2000)}`;

/** A model whose every text from a user is hostile, with a decision on its first finding and its first mitigation. */
export const hostileModel = (): ThreatModel => {
  const model = structuredClone(modelOf("support-assistant"));
  Object.assign(model.system, { name: HOSTILE, description: HOSTILE, owner: HOSTILE, version: HOSTILE });
  for (const component of model.architecture.components) Object.assign(component, { title: HOSTILE, description: HOSTILE });
  for (const flow of model.architecture.flows) flow.data = HOSTILE;
  for (const boundary of model.architecture.boundaries) boundary.title = HOSTILE;
  for (const origin of Object.values(model.assumptions)) origin.because = HOSTILE;
  const [finding, mitigation] = [model.threats[0]!, model.mitigations[0]!];
  finding.status = "accepted";
  finding.decision = { id: finding.id, status: "accepted", owner: HOSTILE, reason: HOSTILE };
  mitigation.decision = { id: mitigation.id, status: "planned", owner: HOSTILE, reason: HOSTILE, evidence: HOSTILE };
  return model;
};

/** A model in which the first finding has this decision and the first mitigation is in place. */
export const decidedModel = (status: "mitigated" | "accepted" | "transferred" | "avoided" | "false-positive", name = "support-assistant") => {
  const plain = modelOf(name);
  const decision = { id: plain.threats[0]!.id, status, owner: "Head of risk", reason: "Reviewed in May <agreed & signed>" };
  const inPlace = { id: plain.mitigations[0]!.id, status: "in-place", owner: "Platform team" };
  const model = modelOf(name, { decisions: { findings: [decision], mitigations: [inPlace] } });
  return { model, decision, inPlace, finding: model.threats.find((each) => each.id === decision.id)! };
};

/** A given architecture with a component outside every boundary, an empty boundary, a flow to itself and misleading names. */
export const oddModel = (): ThreatModel =>
  modelOf("support-assistant", {
    architecture: {
      components: [
        { id: "customer-service", kind: "end-user", title: "Customer service", shape: "actor" },
        { id: "database-proxy", kind: "inference-service", title: "Proxy of the database", shape: "process", zone: "inner" },
        { id: "constructor", kind: "prompt-orchestrator", title: "Prompt", shape: "process", zone: "inner" },
        { id: "inner", kind: "vector-store", title: "Vectors of the service", shape: "store", zone: "inner" },
        { id: "m", kind: "monitoring", title: "Logs", shape: "store", zone: "inner" },
      ],
      flows: [
        { from: "customer-service", to: "constructor", data: "Question" },
        { from: "constructor", to: "customer-service", data: "Answer" },
        { from: "constructor", to: "constructor", data: "Next step" },
        { from: "constructor", to: "database-proxy", data: "Prompt" },
        { from: "inner", to: "constructor", data: "Passages" },
        { id: "inner", from: "constructor", to: "m", data: "Records" },
      ],
      boundaries: [
        { id: "inner", title: "Inner network", trust: 4 },
        { id: "empty", title: "Nothing in it", trust: 1 },
      ],
    },
  });
