import type { ExportJob, Finding } from "@strideml/plugin-kit";

/** Who stands behind a threat, as an adversary that other tools describe. */
export interface ThreatSource {
  id: string;
  /** Singular without an article, as it follows "a" or "an". */
  who: string;
  skill: "script_kid" | "insider" | "engineer" | "expert_engineer" | "oc_sponsored" | "state_sponsored";
  access: "anonymous" | "user" | "admin";
  /** False where it also happens without anybody meaning harm. */
  malicious: boolean;
}

type Source = Omit<ThreatSource, "id">;

/** By who can query the model at all. */
const CALLERS: Record<string, Source> = {
  restricted: { who: "named operator of the system", skill: "insider", access: "admin", malicious: true },
  internal: { who: "member of staff", skill: "insider", access: "user", malicious: true },
  authenticated: { who: "logged-in customer or partner", skill: "engineer", access: "user", malicious: true },
  public: { who: "anonymous caller", skill: "engineer", access: "anonymous", malicious: true },
  "white-box": { who: "holder of the model's weights", skill: "expert_engineer", access: "admin", malicious: true },
};

/** By the way in, where it is not the model's own interface. */
const WAYS_IN: Record<string, Source> = {
  "ingested-content": { who: "author of content that the system takes in", skill: "engineer", access: "anonymous", malicious: true },
  "ml-infrastructure": { who: "intruder or insider on the ML platform", skill: "insider", access: "admin", malicious: true },
  "platform-account": { who: "holder of an account on the ML platform, their own or a stolen one", skill: "insider", access: "admin", malicious: true },
  "training-contribution": { who: "contributor of training data", skill: "engineer", access: "user", malicious: true },
  "device-possession": { who: "person who holds the device or the weights", skill: "expert_engineer", access: "admin", malicious: true },
  "supply-chain": { who: "party in the supply chain of models and software", skill: "oc_sponsored", access: "anonymous", malicious: true },
  "physical-scene": { who: "person before the sensors", skill: "engineer", access: "anonymous", malicious: true },
  operations: { who: "party to a later dispute or incident", skill: "insider", access: "user", malicious: false },
};

const UNKNOWN: Source = { who: "adversary", skill: "engineer", access: "user", malicious: true };

/** The source of a finding's threat: by its way in, and for the model's interface by who can call it. */
export const threatSourceOf = ({ threat }: Pick<Finding, "threat">, { model, knowledge }: ExportJob): ThreatSource => {
  const via = knowledge.threats.find(({ id }) => id === threat)?.likelihood.exposure.via;
  const access = String(model.profile["accessLevel"]);
  const [id, table] = via === "model-interface" ? [access, CALLERS] : [via, WAYS_IN];
  return id !== undefined && Object.hasOwn(table, id) ? { id, ...table[id]! } : { id: "adversary", ...UNKNOWN };
};
