import type { Mitigation, PlannedMitigation } from "@strideml/plugin-kit";
import { webAddressOf } from "../common/webAddress.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import { property, propertiesOf } from "./oscalDocument.js";
import { oscalToken, statementToken } from "./oscalToken.js";

/** NIST SP 800-53A knows three methods; monitoring is examined in its records. */
const METHODS: Record<Mitigation["verify"]["method"], string> = { test: "TEST", exercise: "TEST", inspection: "EXAMINE", monitoring: "EXAMINE" };

const objectivesOf = (token: string, { acceptance, verify }: Mitigation): object[] => [
  {
    id: `${token}_obj`,
    name: "assessment-objective",
    prose: "Every one of these holds.",
    parts: acceptance.map((criterion, index) => ({ id: `${token}_obj-${index + 1}`, name: "assessment-objective", prose: markup(criterion) })),
  },
  {
    id: `${token}_asm`,
    name: "assessment-method",
    props: [property("method", METHODS[verify.method])],
    parts: [{ id: `${token}_asm-objects`, name: "assessment-objects", prose: markup(verify.evidence) }],
  },
];

const guidanceOf = (token: string, { verify }: Mitigation): object => ({
  id: `${token}_gdn`,
  name: "guidance",
  prose: `Verify by ${verify.method}: ${markup(verify.tool)}\n\nKeep as evidence: ${markup(verify.evidence)}`,
});

const partsOf = (planned: PlannedMitigation, known: Mitigation | undefined): object[] => {
  const token = oscalToken(planned.id);
  const statement = { id: statementToken(planned.id), name: "statement", prose: markup(known?.do ?? planned.title) };
  return known ? [statement, guidanceOf(token, known), ...objectivesOf(token, known)] : [statement];
};

/** A mitigation that the threat model asks for, as a control. */
export const controlOf = (planned: PlannedMitigation, known: Mitigation | undefined): object => {
  const links = (known?.references ?? []).flatMap((reference) => {
    const href = webAddressOf(reference);
    return href ? [{ href, rel: "reference", text: markupLine(`${reference.title}, ${reference.year}`) }] : [];
  });
  const { id, title, kind, effort, owner, status, riskRemoved, findings } = planned;
  return {
    id: oscalToken(id),
    class: "mitigation",
    title: markupLine(title),
    props: [...propertiesOf({ kind, effort, "owner-role": owner, status, "risk-removed": riskRemoved }), ...findings.map((finding) => property("finding", finding))],
    ...(links.length > 0 && { links }),
    parts: partsOf(planned, known),
  };
};
