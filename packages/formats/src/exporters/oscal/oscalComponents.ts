import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { engineVersion } from "../common/engineOf.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import { propertiesOf, systemUuid } from "./oscalDocument.js";

/** OSCAL has no word for a store or an actor: the nearest one, with our own as a property. */
const TYPES: Record<Component["shape"], string> = { process: "service", store: "software", actor: "system" };

/** A threat model says what there is, not how far it is built. */
const STATUS = { state: "other", remarks: "Not stated in the threat model." };

/** UUID of a component of the architecture. */
export const componentUuid = (model: ThreatModel, component: string): string => systemUuid(model, "component", component);

const toolUuid = (model: ThreatModel): string => systemUuid(model, "tool");

/** The system and the components of its architecture. */
export const componentsOf = (model: ThreatModel): object[] => [
  {
    uuid: systemUuid(model, "this-system"),
    type: "this-system",
    title: markupLine(model.system.name),
    description: markup(model.system.description ?? model.system.name),
    props: propertiesOf({
      ...model.profile,
      "overall-score": model.overall.score,
      "overall-severity": model.overall.severity,
      "residual-score": model.residual.overall.score,
    }),
    status: STATUS,
  },
  ...model.architecture.components.map(({ id, kind, title, description, shape, zone }) => ({
    uuid: componentUuid(model, id),
    type: TYPES[shape],
    title: markupLine(title),
    description: markup(description),
    props: propertiesOf({ "component-id": id, kind, shape, "trust-boundary": zone }),
    status: STATUS,
  })),
];

/** StrideML itself, as the tool that observations come from. */
export const assetsOf = (model: ThreatModel): object => ({
  components: [
    {
      uuid: toolUuid(model),
      type: "software",
      title: "StrideML",
      description: "Generates STRIDE threat models of machine-learning systems.",
      props: propertiesOf({ version: engineVersion(model) }),
      status: { state: "operational" },
    },
  ],
  "assessment-platforms": [{ uuid: systemUuid(model, "platform"), title: "StrideML", "uses-components": [{ "component-uuid": toolUuid(model) }] }],
});

/** Where every observation and risk comes from. */
export const originOf = (model: ThreatModel): object => ({ actors: [{ type: "tool", "actor-uuid": toolUuid(model) }] });
