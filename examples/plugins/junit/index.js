import { defineExporter, definePlugin } from "@strideml/plugin-kit";
import { toJUnit } from "./toJUnit.js";

/**
 * A JUnit report in which every finding at or above a severity that nobody has dealt with is a failed test.
 * @param {import("@strideml/plugin-kit").Severity} failFrom
 * @param {string} id of the format
 */
const gate = (failFrom, id) =>
  defineExporter({
    id,
    title: `JUnit report for pipelines; ${failFrom} findings and above that are open fail`,
    extension: `${id}.xml`,
    mediaType: "application/xml",
    deterministic: true,
    export: ({ model }) => toJUnit(model, failFrom),
  });

export default definePlugin({
  name: "strideml-plugin-junit",
  version: "0.1.0",
  apiVersion: 1,
  exporters: [gate("high", "junit"), gate("critical", "junit-critical"), gate("medium", "junit-medium")],
});
