export { EXPORTERS } from "@strideml/formats";
