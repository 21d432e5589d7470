import type { Architecture, Boundary } from "@strideml/plugin-kit";
import type { Box, Point } from "@strideml/diagram/svg";
import { uuidOf } from "../uuidOf.js";
import { boxId, nodeId, strokeOf } from "./nodes.js";

type Flow = Architecture["flows"][number];

export const flowId = (id: Flow["id"]): string => uuidOf("flow", id);

const labelOf = (text: string) => ({
  markup: [
    { tagName: "ellipse", selector: "labelBody" },
    { tagName: "text", selector: "labelText" },
  ],
  attrs: {
    labelText: { text, textAnchor: "middle", textVerticalAnchor: "middle" },
    labelBody: { ref: "labelText", refRx: "50%", refRy: "60%", fill: "#fff", strokeWidth: 0 },
  },
  position: { distance: 0.5, args: { keepGradient: true, ensureLegibility: true } },
});

/** A data flow as an arrow; our findings are placed on components, so it bears no threats. */
export const flowCell = ({ id, from, to, data }: Flow, points: readonly Point[], crossed: string[], zIndex: number) => ({
  id: flowId(id),
  shape: "flow",
  zIndex,
  visible: true,
  connector: "smooth",
  source: { cell: nodeId(from) },
  target: { cell: nodeId(to) },
  // The ends follow from the shapes that they are tied to.
  vertices: points.slice(1, -1).map(({ x, y }) => ({ x, y })),
  labels: [labelOf(data)],
  attrs: { line: { ...strokeOf(false), sourceMarker: { name: "" }, targetMarker: { name: "block" } } },
  data: {
    type: "tm.Flow",
    name: data,
    description: "",
    isTrustBoundary: false,
    outOfScope: false,
    reasonOutOfScope: "",
    hasOpenThreats: false,
    isBidirectional: false,
    isEncrypted: false,
    isPublicNetwork: false,
    protocol: "",
    threats: [],
    trustBoundaryIds: crossed,
    strideml: { flow: id },
  },
});

/** A trust boundary as a box behind everything else. */
export const boxCell = ({ id, title, trust }: Boundary, { x, y, width, height }: Box, containedElements: string[], crossingFlows: string[], zIndex: number) => ({
  id: boxId(id),
  shape: "trust-boundary-box",
  zIndex,
  visible: true,
  position: { x, y },
  size: { width, height },
  attrs: { label: { text: title } },
  data: {
    type: "tm.BoundaryBox",
    name: title,
    description: `Level of trust ${trust} of 5`,
    isTrustBoundary: true,
    hasOpenThreats: false,
    crossingFlows,
    containedElements,
    strideml: { boundary: id, trust },
  },
});
