import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ContractCase, ContractSubject, MakeCases } from "@strideml/plugin-kit/testing";
import { formatProblem } from "../formatProblem.js";
import { isUserError } from "../UserError.js";
import { makeBench, productExamples } from "./Bench.js";
import { contentCases } from "./contentCases.js";
import { exampleCases } from "./exampleCases.js";
import { nounCases } from "./nounCases.js";
import { exporterCases } from "./exporterCases.js";
import { fixtureCases } from "./fixtureCases.js";
import { importerCases } from "./importerCases.js";
import { packageCases } from "./packageCases.js";
import { readSubject } from "./readSubject.js";
import { readSystemFiles } from "./readSystemFile.js";
import { reasonCases } from "./reasonCases.js";
import { templateCases } from "./templateCases.js";
import { Unkept } from "./Unkept.js";

const READ = "can be read: data, and functions in exporters and importers only";

const shown = (subject: ContractSubject): string => (typeof subject === "string" ? subject : "href" in subject ? fileURLToPath(subject.href) : "the plugin");

/** What kept a plugin from being read fails its first case, so that a test run goes on to the next plugin. */
const unread = (error: unknown, subject: ContractSubject): ContractCase[] => {
  if (!isUserError(error) && !(error instanceof Unkept)) throw error;
  const unkept = error instanceof Unkept ? error : new Unkept(error.problems.map((problem) => formatProblem({ file: shown(subject), ...problem })));
  const run = async (): Promise<void> => {
    throw unkept;
  };
  return [{ name: READ, run }];
};

/** The contract of plugins, one case each; `@strideml/plugin-kit/testing` says what the arguments are. */
export const contractCases: MakeCases = async (subject, { alongside = [], fixtures, examples, update = process.env["STRIDEML_UPDATE"] === "1" } = {}) => {
  try {
    const read = await readSubject(subject);
    const others = await Promise.all(alongside.map(readSubject));
    const inside = (name: string) => (read.folder === undefined ? undefined : join(read.folder, name));
    const systems = new Map([...productExamples(), ...(await readSystemFiles(examples ?? inside("examples")))]);
    const bench = await makeBench(read, others, systems);
    return [
      { name: READ, run: async () => undefined },
      ...contentCases(bench),
      ...reasonCases(bench),
      ...packageCases(read),
      ...exampleCases(bench),
      ...nounCases(bench),
      ...templateCases(bench),
      ...exporterCases(bench),
      ...importerCases(bench),
      ...(await fixtureCases(fixtures ?? inside("fixtures"), bench, update)),
    ];
  } catch (error) {
    return unread(error, subject);
  }
};
