import type { ThreatModel } from "@strideml/plugin-kit";
import { modelOf } from "./examples.js";

/** What a user may type or paste: markup, formulas, controls, a turned direction of reading, half a character, placeholders, and length. */
export const HOSTILE = `=cmd|' /C calc'!A0 <script>alert(1)</script> [click](javascript:alert(1)) {0} {{x}} *b* \`c\` \t a\u0000b\u0007\u202Ergb\u2066 \uD800 "q" \\ & &amp; ${"long ".repeat(2000)}`;

/** A model in which everything that a user can write, and what a saved model can hold, is hostile. */
export const hostileModel = (): ThreatModel => {
  const model = modelOf("coding-agent");
  const { architecture } = model;
  return {
    ...model,
    system: { name: HOSTILE, description: HOSTILE, owner: HOSTILE, version: HOSTILE },
    architecture: {
      components: architecture.components.map((component) => ({ ...component, title: HOSTILE, description: HOSTILE })),
      flows: architecture.flows.map((flow) => ({ ...flow, data: HOSTILE })),
      boundaries: architecture.boundaries.map((boundary) => ({ ...boundary, title: HOSTILE })),
    },
    threats: model.threats.map((finding, index) => {
      const odd =
        index === 0
          ? { threat: `3 ${HOSTILE}`, title: HOSTILE, description: HOSTILE, references: [{ kind: "tool" as const, title: HOSTILE, year: 2024, url: "javascript:alert(1)" }] }
          : {};
      return { ...finding, ...odd, status: "accepted" as const, decision: { id: finding.id, status: "accepted" as const, owner: HOSTILE, reason: HOSTILE, expires: "2026-02-31" } };
    }),
    mitigations: model.mitigations.map((mitigation, index) => ({
      ...mitigation,
      ...(index === 0 && { title: HOSTILE, owner: HOSTILE }),
      status: "planned" as const,
      decision: { id: mitigation.id, status: "planned" as const, owner: HOSTILE, reason: HOSTILE, evidence: HOSTILE, due: "2026-02-31" },
    })),
  };
};
