import type { Boundary, Component, Finding } from "@strideml/plugin-kit";
import type { Box } from "@strideml/diagram/svg";
import { uuidOf } from "../uuidOf.js";
import { wrapTitle } from "../wrapTitle.js";
import type { TdThreat } from "./threats.js";

/** Sizes of the shapes; Threat Dragon draws a process as a circle. */
export const SIZES = { actor: { width: 160, height: 80 }, process: { width: 120, height: 120 }, store: { width: 160, height: 80 } } as const;

const TYPES = { actor: "tm.Actor", process: "tm.Process", store: "tm.Store" } as const;

/** Properties that the application keeps for each shape; what the model does not know is "no", as in a new shape. */
const PROPERTIES = {
  actor: { providesAuthentication: false },
  process: { handlesCardPayment: false, handlesGoodsOrServices: false, isWebApplication: false, privilegeLevel: "" },
  store: { isALog: false, isEncrypted: false, isSigned: false, storesCredentials: false, storesInventory: false },
} as const;

/** Colour and width of lines as the application draws them: red where a threat is open. */
export const strokeOf = (open: boolean) => (open ? { stroke: "red", strokeWidth: 2.5, strokeDasharray: null } : { stroke: "#333333", strokeWidth: 1.5, strokeDasharray: null });

export const nodeId = (id: Component["id"]): string => uuidOf("component", id);
export const boxId = (id: Boundary["id"]): string => uuidOf("boundary", id);

const attrsOf = (shape: Component["shape"], title: string, open: boolean) => {
  const text = { text: wrapTitle(title).join("\n") };
  // A store has no outline, only its upper and lower line.
  return shape === "store" ? { text, topLine: strokeOf(open), bottomLine: strokeOf(open) } : { text, body: strokeOf(open) };
};

/** A component as an actor, process or store with its threats. */
export const nodeCell = ({ id, title, description, shape, kind }: Component, { width, height, x, y }: Box, threats: TdThreat[], zIndex: number) => {
  const open = threats.some((threat) => threat.status === "Open");
  return {
    id: nodeId(id),
    shape,
    zIndex,
    visible: true,
    position: { x, y },
    size: { width, height },
    attrs: attrsOf(shape, title, open),
    data: {
      type: TYPES[shape],
      name: title,
      description,
      isTrustBoundary: false,
      outOfScope: false,
      reasonOutOfScope: "",
      hasOpenThreats: open,
      ...PROPERTIES[shape],
      threats,
      strideml: { component: id, kind },
    },
  };
};

/** Findings by the component that they are placed on. */
export const byComponent = (findings: readonly Finding[]): Map<string, Finding[]> => {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) map.set(finding.component, [...(map.get(finding.component) ?? []), finding]);
  return map;
};
