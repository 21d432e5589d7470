import type { Assessment, Obligation } from "./assessment.js";
import type { Framework, Requirement } from "./framework.js";
import { lineage } from "./lineage.js";

/** Obligations of one article or annex that begin on the same day, as people speak of them. */
export interface CalendarEntry {
  /** The outermost group, such as `Article 9`; its own id where it stands alone. */
  article: string;
  title: string;
  from: string;
  route: string;
  roles: string[];
  obligations: Obligation[];
}

/** What binds on a day, what comes next and what cannot be said yet. */
export interface Calendar {
  on: string;
  now: CalendarEntry[];
  next: CalendarEntry[];
  /** Depends on unanswered questions. */
  open: CalendarEntry[];
  /** Those questions. */
  needs: string[];
}

const grouped = (obligations: readonly Obligation[], byId: ReadonlyMap<string, Requirement>): CalendarEntry[] => {
  const entries = new Map<string, CalendarEntry>();
  for (const obligation of obligations) {
    // A saved model may name a requirement that the framework no longer has: then it stands for itself.
    const { id, title } = byId.get(lineage(obligation.requirement, byId).at(-1)!) ?? { id: obligation.requirement, title: obligation.title };
    const key = `${id}\n${obligation.from}`;
    const known = entries.get(key);
    if (known) {
      known.obligations.push(obligation);
      known.roles = [...new Set([...known.roles, ...obligation.roles])];
    } else entries.set(key, { article: id, title, from: obligation.from, route: obligation.route, roles: obligation.roles, obligations: [obligation] });
  }
  return [...entries.values()];
};

const byDay = (a: CalendarEntry, b: CalendarEntry): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/**
 * What an assessment means on a day.
 * @param on `YYYY-MM-DD`
 * @param role only what binds this role
 */
export const calendarOf = ({ obligations }: Assessment, framework: Framework, on: string, role?: string): Calendar => {
  const byId = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  const mine = obligations.filter((obligation) => role === undefined || obligation.roles.includes(role));
  const sure = mine.filter((obligation) => obligation.status === "binds");
  const open = mine.filter((obligation) => obligation.status === "open");
  return {
    on,
    now: grouped(
      sure.filter(({ from }) => from <= on),
      byId,
    ),
    next: grouped(
      sure.filter(({ from }) => from > on),
      byId,
    ).sort(byDay),
    open: grouped(open, byId).sort(byDay),
    needs: [...new Set(open.flatMap(({ needs }) => needs))],
  };
};

/** One entry for each group of roles, where points of an article bind different ones: who is bound by what stays exact. */
export const rolesApart = (entry: CalendarEntry): CalendarEntry[] => {
  const apart = new Map<string, CalendarEntry>();
  for (const obligation of entry.obligations) {
    const key = obligation.roles.join("\n");
    const known = apart.get(key);
    if (known) known.obligations.push(obligation);
    else apart.set(key, { ...entry, roles: obligation.roles, obligations: [obligation] });
  }
  return [...apart.values()];
};
