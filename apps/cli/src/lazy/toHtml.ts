export { toHtml } from "@strideml/report/html";
