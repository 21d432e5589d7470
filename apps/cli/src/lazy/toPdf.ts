export { toPdf } from "@strideml/report/pdf";
