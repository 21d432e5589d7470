export { KINDS, scaffold, writeFolder } from "create-strideml-plugin";
