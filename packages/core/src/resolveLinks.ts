import type { Disposition, Knowledge, Link, Mapping, Plugin, ResolvedLink, Threat } from "@strideml/plugin-kit";

/** Links of each threat or mitigation, as places in the list of all links. */
type Places = Record<string, number[]>;

/** Old and new ids to the current one. */
export const canonicalIds = (items: readonly { id: string; aliases: string[] }[]): Map<string, string> =>
  new Map(items.flatMap((item) => [item.id, ...item.aliases].map((name) => [name, item.id] as const)));

/** The present id of a finding that a decision names by `threat@component`, perhaps by an alias of the threat. */
export const currentFindingId = (id: string, threatIds: ReadonlyMap<string, string>): string => {
  const [threat = "", component] = id.split("@");
  return `${threatIds.get(threat) ?? threat}@${component}`;
};

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

/** A threat without links of its own to a framework inherits those of the more general threat it names, and says so. */
const inherit = (threats: readonly Threat[], names: ReadonlyMap<string, string>, own: Places, links: ResolvedLink[]): Places => {
  const parents = new Map(threats.map(({ id, broader }) => [id, broader === undefined ? undefined : names.get(broader)]));
  const done = new Map<string, number[]>();
  const placesOf = (id: string): number[] => {
    const known = done.get(id);
    if (known) return known;
    const mine = own[id] ?? [];
    const broader = parents.get(id);
    const has = new Set(mine.map((place) => links[place]!.framework));
    const inherited = broader === undefined ? [] : placesOf(broader).filter((place) => !has.has(links[place]!.framework));
    // What was inherited before says already from whom.
    const places = [...mine, ...inherited.map((place) => (links[place]!.inheritedFrom ? place : links.push({ ...links[place]!, inheritedFrom: broader! }) - 1))];
    done.set(id, places);
    return places;
  };
  return Object.fromEntries(threats.map((threat) => [threat.id, placesOf(threat.id)]));
};

const ordered = (places: Places, links: readonly ResolvedLink[]): Places => {
  const key = (place: number) => `${links[place]!.framework} ${links[place]!.strength} ${links[place]!.requirement}`;
  return Object.fromEntries(
    Object.entries(places)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, list]) => [id, list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))]),
  );
};

/** Turns mappings around: from requirement -> threats to threat -> requirements, in canonical ids. */
export const resolveLinks = (plugins: readonly Plugin[]): Pick<Knowledge, "links" | "threatLinks" | "mitigationLinks" | "dispositions"> => {
  const threats = plugins.flatMap((plugin) => plugin.threats);
  const names = canonicalIds([...threats, ...plugins.flatMap((plugin) => plugin.mitigations)]);
  const frameworks = new Map(plugins.flatMap((plugin) => plugin.frameworks.map((f) => [f.id, canonicalIds(f.requirements)] as const)));
  const links: ResolvedLink[] = [];
  const threatLinks: Places = {};
  const mitigationLinks: Places = {};
  const dispositions: Record<string, Record<string, Disposition>> = {};
  for (const mapping of plugins.flatMap((plugin) => plugin.mappings)) {
    const requirementId = (id: string) => frameworks.get(mapping.framework)!.get(id)!;
    for (const link of mapping.links) {
      const place = links.push(resolved(mapping, link, requirementId(link.requirement))) - 1;
      for (const id of link.threats) (threatLinks[names.get(id)!] ??= []).push(place);
      for (const id of link.mitigations) (mitigationLinks[names.get(id)!] ??= []).push(place);
    }
    for (const disposition of mapping.dispositions) (dispositions[mapping.framework] ??= {})[requirementId(disposition.requirement)] = disposition;
  }
  const inherited = inherit(threats, names, threatLinks, links);
  return { links, threatLinks: ordered(inherited, links), mitigationLinks: ordered(mitigationLinks, links), dispositions };
};
