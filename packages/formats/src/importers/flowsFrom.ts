import { type Flow, Id } from "@strideml/plugin-kit";
import type { DraftFlow } from "./Draft.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { nameOf } from "./nameOf.js";

const why = (flow: DraftFlow, from: string | undefined, to: string | undefined): string => {
  const end = from === undefined ? flow.from : flow.to;
  const which = from === undefined && to === undefined ? "neither end" : from === undefined ? "its start" : "its end";
  return end === undefined ? `${which} is connected to nothing` : `${which} is not at a component of the file`;
};

/** Flows whose both ends are components that came along. */
export const flowsFrom = (drafts: readonly DraftFlow[], components: ReadonlyMap<string, string>, losses: Losses): Flow[] => {
  const flows: Flow[] = [];
  for (const draft of drafts) {
    const from = draft.from === undefined ? undefined : components.get(draft.from);
    const to = draft.to === undefined ? undefined : components.get(draft.to);
    if (from === undefined || to === undefined) losses.add(`the flow "${draft.data ?? "without a name"}"`, why(draft, from, to));
    else if (flows.length >= LIMITS.flows - 1) losses.add(`the flow "${draft.data ?? "without a name"}"`, `a system has at most ${LIMITS.flows} flows`);
    else {
      const data = nameOf(draft.data, "Data that the file does not name", losses);
      flows.push({ ...(Id.safeParse(draft.ours).success && { id: draft.ours! }), from, to, data });
      if (draft.bothWays === true) flows.push({ from: to, to: from, data });
    }
  }
  return flows;
};
