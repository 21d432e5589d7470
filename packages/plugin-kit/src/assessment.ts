import type { Answer } from "./system.js";

/** A conclusion that holds, or that would hold if what is not known turned out so. */
export interface Outcome {
  id: string;
  kind: string;
  title: string;
  /** `holds`, or `open` where unanswered questions decide. */
  status: "holds" | "open";
  /** Questions whose answers would decide it. */
  needs: string[];
  reason: string;
  requirements: string[];
  source: string;
  /** Dates from which its routes apply; the earliest first. The route is empty where it is the framework's usual one. */
  from: { route: string; from: string }[];
}

/** A requirement that binds, from when and on which route. Where open questions decide between days, there is one for each day. */
export interface Obligation {
  requirement: string;
  title: string;
  roles: string[];
  /** First day on which it binds by this route. */
  from: string;
  route: string;
  note: string;
  /** `binds`, or `open` where unanswered questions decide. */
  status: "binds" | "open";
  needs: string[];
}

/** What the answers to one questionnaire amount to. */
export interface Assessment {
  questionnaire: string;
  title: string;
  framework?: string;
  edition?: string;
  asOf: string;
  answers: Record<string, Answer>;
  /** Questions that are to be asked next, given the answers so far. */
  unanswered: string[];
  /** Items of its document that do not concern this system. */
  notItems: string[];
  contradictions: { id: string; message: string; questions: string[] }[];
  outcomes: Outcome[];
  obligations: Obligation[];
}
