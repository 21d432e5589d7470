export { jsonSlip } from "@strideml/formats";
