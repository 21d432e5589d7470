import type { Answer, ThreatModel } from "@strideml/plugin-kit";
import { uuidOf } from "../../uuidOf.js";
import { engineVersion, momentOf } from "../common/engineOf.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import { oneLine } from "../common/safeText.js";
import { oscalToken } from "./oscalToken.js";

/** The release whose schemas the files follow. */
const OSCAL_VERSION = "1.2.1";

/** Owns the names of our properties and facets; it identifies and leads nowhere. */
export const OSCAL_NAMESPACE = `urn:uuid:${uuidOf("namespace", "oscal")}`;

/** A property of ours. */
export interface OscalProperty {
  name: string;
  ns: string;
  value: string;
  class?: string;
  remarks?: string;
}

/** One property; its value is kept to one line, as OSCAL asks for. */
export const property = (name: string, value: string | number, more: { class?: string; remarks?: string } = {}): OscalProperty => ({
  name: oscalToken(name),
  ns: OSCAL_NAMESPACE,
  value: oneLine(String(value)),
  ...(more.class && { class: oscalToken(more.class) }),
  ...(more.remarks && { remarks: markup(more.remarks) }),
});

/** Properties for all values that are given. */
export const propertiesOf = (values: Record<string, Answer | number | undefined>): OscalProperty[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [property(name, String(value))]));

/** The moment of the threat model. OSCAL wants one always: without a date it is the first moment of 2000, so that equal models give equal files. */
export const oscalMoment = ({ provenance }: ThreatModel): string => momentOf(provenance.date) ?? "2000-01-01T00:00:00Z";

/** A UUID within the system: the same thing keeps it from one model of the system to the next. */
export const systemUuid = ({ system }: ThreatModel, ...name: readonly string[]): string => uuidOf("oscal", system.name, ...name);

const partiesOf = (model: ThreatModel): object => {
  const { owner } = model.system;
  if (owner === undefined) return {};
  const uuid = systemUuid(model, "owner", owner);
  return {
    roles: [{ id: "system-owner", title: "System owner" }],
    parties: [{ uuid, type: "organization", name: oneLine(owner) }],
    "responsible-parties": [{ "role-id": "system-owner", "party-uuids": [uuid] }],
  };
};

/** What every OSCAL document begins with. Its UUID changes with the content, as OSCAL asks for. */
export const documentOf = (model: ThreatModel, kind: string, title: string): { uuid: string; metadata: object } => ({
  uuid: systemUuid(model, kind, model.provenance.inputDigest, model.provenance.date ?? "", model.provenance.engine),
  metadata: {
    title: `${title} ${markupLine(model.system.name, 500)}`,
    "last-modified": oscalMoment(model),
    version: oneLine(model.system.version ?? `input-${model.provenance.inputDigest.slice(0, 12)}`, 100),
    "oscal-version": OSCAL_VERSION,
    props: propertiesOf({ "strideml-version": engineVersion(model), "input-digest": model.provenance.inputDigest }),
    ...partiesOf(model),
  },
});
