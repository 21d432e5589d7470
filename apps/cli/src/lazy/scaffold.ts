export { KINDS, scaffold } from "create-strideml-plugin";
