export { dataFlowDiagram } from "@strideml/diagram/svg";
