import type { Framework, FrameworkCoverage } from "@strideml/plugin-kit";
import { useState } from "preact/hooks";
import { useCatalogLang, useWords } from "../ui/useApp.js";
import { dayOf, daysBetween, type Milestone, milestonesOf } from "./timeline.js";

/** The route that everybody takes; law without routes has it unsaid. */
const GENERAL = "general";

const Entry = ({ milestone, today }: { milestone: Milestone; today: string }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const [open, setOpen] = useState(false);
  const { day, route, requirements } = milestone;
  const days = daysBetween(today, day);
  return (
    <li class={days > 0 ? "to-come" : "past"}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <time dateTime={day}>{words.day(day)}</time> <span class="quiet">{days > 0 ? words.frameworks.days(days) : words.frameworks.inForce}</span>{" "}
          <strong>{route === "" || route === GENERAL ? words.frameworks.general : route}</strong> {words.frameworks.provisions(requirements.length)}
        </summary>
        <ul lang={lang}>
          {(open ? requirements : []).map(({ id, title, roles, note }, index) => (
            <li key={index}>
              <strong>{id}</strong> {title} <span class="quiet">{[roles.join(", "), note].filter(Boolean).join(". ")}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
};

/** For law: what applies from when, with a mark where today is. */
export const Timeline = ({ framework, cover }: { framework: Framework; cover: FrameworkCoverage }) => {
  const words = useWords();
  const today = dayOf(new Date());
  const concerned = new Set(cover.coverage.filter(({ disposition }) => disposition !== "not-applicable").map(({ requirement }) => requirement));
  const milestones = milestonesOf(framework, concerned);
  if (milestones.length === 0) return null;
  const past = milestones.filter(({ day }) => day <= today);
  const toCome = milestones.filter(({ day }) => day > today);
  const entry = (milestone: Milestone) => <Entry key={`${milestone.day} ${milestone.route}`} milestone={milestone} today={today} />;
  return (
    <section>
      <h3>{words.frameworks.timeline}</h3>
      <p class="help">{words.frameworks.timelineHelp}</p>
      <ol class="timeline">
        {past.map(entry)}
        <li class="today">
          {words.colon(words.frameworks.today)} <time dateTime={today}>{words.day(today)}</time>
        </li>
        {toCome.map(entry)}
      </ol>
    </section>
  );
};
