import type { Framework } from "@strideml/plugin-kit";

/** A day on which provisions begin to apply, by one route. */
export interface Milestone {
  day: string;
  route: string;
  requirements: { id: string; title: string; roles: string[]; note: string }[];
}

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one day to another, `YYYY-MM-DD`; negative for the past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const two = (number: number) => String(number).padStart(2, "0");

/** A moment as the time that it is where the page is read, `HH:MM`. */
export const timeOf = (moment: Date): string => `${two(moment.getHours())}:${two(moment.getMinutes())}`;

/** A moment as the day that it is where the page is read. */
export const dayOf = (moment: Date): string => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

/** The dates of a legal framework in order, each with its route and what begins to apply; none where it has no dates. */
export const milestonesOf = ({ requirements }: Pick<Framework, "requirements">, concerned: ReadonlySet<string>): Milestone[] => {
  const milestones = new Map<string, Milestone>();
  for (const { id, title, applies } of requirements)
    for (const { from: text, effectiveFrom: from = text, route = "", roles, note = "" } of concerned.has(id) ? applies : []) {
      const key = `${from} ${route}`;
      const milestone = milestones.get(key) ?? { day: from, route, requirements: [] };
      milestone.requirements.push({ id, title, roles, note });
      milestones.set(key, milestone);
    }
  return [...milestones].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, milestone]) => milestone);
};
