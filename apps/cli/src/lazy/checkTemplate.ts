export { checkTemplate } from "@strideml/report/compile";
export { readTemplate } from "@strideml/formats";
