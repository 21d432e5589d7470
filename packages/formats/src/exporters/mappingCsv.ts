import type { Knowledge } from "@strideml/plugin-kit";
import { writeCsv } from "./register/writeCsv.js";

const HEADER = ["Requirement", "Title", "Disposition", "Kind", "Id", "Threat or mitigation", "Relation", "Strength", "Why", "Authority", "Source"];

/**
 * One framework's mapping as CSV: a row for each link, and one for each requirement that has a reason instead of links.
 * Headings are left out. Throws where the framework is not loaded.
 */
export const mappingCsv = (knowledge: Knowledge, framework: string): string => {
  const loaded = knowledge.frameworks.find(({ id }) => id === framework);
  if (!loaded) throw new Error(`no framework is called ${framework}`);
  const linked = (kind: string, entries: readonly { id: string; title: string }[], places: Record<string, number[]>) =>
    entries.flatMap(({ id, title }) =>
      (places[id] ?? []).flatMap((place) => {
        const link = knowledge.links[place]!;
        return link.framework === framework
          ? [{ requirement: link.requirement, cells: ["", kind, id, title, link.relation, link.strength, link.rationale, link.authority, link.source] }]
          : [];
      }),
    );
  const links = [...linked("threat", knowledge.threats, knowledge.threatLinks), ...linked("mitigation", knowledge.mitigations, knowledge.mitigationLinks)];
  const rows = loaded.requirements.flatMap(({ id, title, group }) => {
    const mine = links.filter(({ requirement }) => requirement === id).map(({ cells }) => [id, title, ...cells]);
    const reason = knowledge.dispositions[framework]?.[id];
    return mine.length > 0 || group ? mine : [[id, title, reason?.disposition, "", "", "", "", "", reason?.reason, "", ""]];
  });
  return writeCsv([HEADER, ...rows]);
};
