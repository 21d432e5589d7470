import { defineImporter, success } from "@strideml/plugin-kit";
import type { Draft } from "./Draft.js";
import { type Fields, fieldsOf, isFields, listOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import { readXml } from "./readXml.js";
import { refuse } from "./refuse.js";
import { readSurface } from "./tm7Surface.js";
import { xmlText } from "./xmlText.js";

const read = (model: Fields, losses: Losses) => {
  const meta = fieldsOf(model["MetaInformation"]);
  const draft: Draft = { components: [], flows: [], zones: [] };
  const surfaces = listOf(fieldsOf(model["DrawingSurfaceList"])["DrawingSurfaceModel"]).map(fieldsOf);
  for (const [number, surface] of surfaces.entries()) readSurface(surface, number, draft, losses);
  // The name of the list's entries carries a hash that differs between versions of the tool.
  const threats = Object.entries(fieldsOf(model["ThreatInstances"])).flatMap(([key, value]) => (key.startsWith("KeyValueOf") ? listOf(value) : []));
  losses.count(threats.length, "threat", "threats", "threats are found anew from the components and answers");
  for (const key of ["Assumptions", "ExternalDependencies"] as const) {
    const text = xmlText(meta[key]);
    if (text !== undefined) losses.add(`the ${key === "Assumptions" ? "assumptions" : "external dependencies"}: ${text}`, "a system file has no place for them");
  }
  losses.count(listOf(fieldsOf(model["Notes"])["Note"]).length, "note", "notes", "a system file has no place for them");
  const about = { name: xmlText(meta["ThreatModelName"]), description: xmlText(meta["HighLevelSystemDescription"]), owner: xmlText(meta["Owner"]) };
  return importedFrom({ about, draft }, losses);
};

/** Microsoft Threat Modeling Tool models. There is no published schema; the structure is that of files written by version 7.3. */
export const tm7 = defineImporter({
  id: "tm7",
  title: "Microsoft Threat Modeling Tool",
  extensions: ["tm7"],
  recognises: (text) => /<(?:\w+:)?ThreatModel[\s>]/u.test(text.slice(0, 4000)) && text.slice(0, 4000).includes("ThreatModeling.Model"),
  import: (text, fileName) => {
    const xml = readXml(text, fileName, ["ThreatModel.KnowledgeBase"]);
    if (!xml.ok) return xml;
    const model = fieldsOf(xml.value)["ThreatModel"];
    if (!isFields(model)) return refuse(fileName, "tm7", "is not a model of the Microsoft Threat Modeling Tool", { expected: "the root element ThreatModel" });
    if (model["DrawingSurfaceList"] === undefined) return refuse(fileName, "tm7", "has no diagrams", { path: ["ThreatModel"], expected: "the element DrawingSurfaceList" });
    return success(read(model, new Losses()));
  },
});
