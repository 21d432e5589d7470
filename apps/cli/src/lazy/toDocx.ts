export { toDocx } from "@strideml/report/docx";
