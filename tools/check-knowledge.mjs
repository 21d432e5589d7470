// Checks the YAML of a knowledge package without building it: node tools/check-knowledge.mjs FOLDER [WORD_IN_FILE_NAME]
import { resolve } from "node:path";
import { readKnowledge } from "./read-knowledge.mjs";

const [folder = ".", word = ""] = process.argv.slice(2);
const { plugin, problems } = await readKnowledge(resolve(folder));
const mine = problems.filter((problem) => problem.split(":")[0].includes(word));
for (const problem of mine) console.log(problem);
const counts = Object.entries(plugin)
  .filter(([, v]) => Array.isArray(v) && v.length > 0)
  .map(([k, v]) => `${v.length} ${k}`);
console.log(`${mine.length} problems; read ${counts.join(", ")}`);
process.exitCode = mine.length > 0 ? 2 : 0;
