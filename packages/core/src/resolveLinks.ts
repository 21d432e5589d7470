import type { Disposition, Knowledge, Link, Mapping, Plugin, ResolvedLink, Threat } from "@strideml/plugin-kit";

type Links = Record<string, ResolvedLink[]>;

/** Old and new ids to the current one. */
export const canonicalIds = (items: readonly { id: string; aliases: string[] }[]): Map<string, string> =>
  new Map(items.flatMap((item) => [item.id, ...item.aliases].map((name) => [name, item.id] as const)));

const resolved = (mapping: Mapping, link: Link, requirement: string): ResolvedLink => ({
  framework: mapping.framework,
  edition: mapping.edition,
  requirement,
  relation: link.relation,
  strength: link.strength,
  rationale: link.rationale,
  authority: link.authority,
  source: link.source,
});

const add = (links: Links, id: string, link: ResolvedLink) => (links[id] ??= []).push(link);

/** A threat without links of its own to a framework inherits those of the more general threat it names, and says so. */
const inherit = (threats: readonly Threat[], own: Links): Links => {
  const parents = new Map(threats.map((threat) => [threat.id, threat.broader]));
  const linksOf = (id: string): ResolvedLink[] => {
    const mine = own[id] ?? [];
    const broader = parents.get(id);
    if (broader === undefined) return mine;
    const has = new Set(mine.map((link) => link.framework));
    return [
      ...mine,
      ...linksOf(broader)
        .filter((link) => !has.has(link.framework))
        .map((link) => ({ ...link, inheritedFrom: link.inheritedFrom ?? broader })),
    ];
  };
  return Object.fromEntries(threats.map((threat) => [threat.id, linksOf(threat.id)]));
};

const order = (links: Links): Links => {
  const key = (link: ResolvedLink) => `${link.framework} ${link.strength} ${link.requirement}`;
  return Object.fromEntries(
    Object.entries(links)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, list]) => [id, list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))]),
  );
};

/** Turns mappings around: from requirement -> threats to threat -> requirements, in canonical ids. */
export const resolveLinks = (plugins: readonly Plugin[]): Pick<Knowledge, "threatLinks" | "mitigationLinks" | "dispositions"> => {
  const threats = plugins.flatMap((plugin) => plugin.threats);
  const names = canonicalIds([...threats, ...plugins.flatMap((plugin) => plugin.mitigations)]);
  const frameworks = new Map(plugins.flatMap((plugin) => plugin.frameworks.map((f) => [f.id, canonicalIds(f.requirements)] as const)));
  const threatLinks: Links = {};
  const mitigationLinks: Links = {};
  const dispositions: Record<string, Record<string, Disposition>> = {};
  for (const mapping of plugins.flatMap((plugin) => plugin.mappings)) {
    const requirementId = (id: string) => frameworks.get(mapping.framework)!.get(id)!;
    for (const link of mapping.links) {
      const entry = resolved(mapping, link, requirementId(link.requirement));
      for (const id of link.threats) add(threatLinks, names.get(id)!, entry);
      for (const id of link.mitigations) add(mitigationLinks, names.get(id)!, entry);
    }
    for (const disposition of mapping.dispositions) (dispositions[mapping.framework] ??= {})[requirementId(disposition.requirement)] = disposition;
  }
  return { threatLinks: order(inherit(threats, threatLinks)), mitigationLinks: order(mitigationLinks), dispositions };
};
