import { type Assessment, type CalendarEntry, calendarOf, type Framework } from "@strideml/plugin-kit";
import { useApp, useCatalogLang, useWords } from "../ui/useApp.js";
import { dayOf, daysBetween } from "./timeline.js";

const Entry = ({ entry, today }: { entry: CalendarEntry; today: string }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const days = daysBetween(today, entry.from);
  return (
    <li class={days > 0 ? "to-come" : "past"}>
      <details>
        <summary>
          <time dateTime={entry.from}>{words.day(entry.from)}</time> <span class="quiet">{days > 0 ? words.frameworks.days(days) : words.frameworks.inForce}</span>{" "}
          <span lang={lang}>
            <strong>{entry.article}</strong> {entry.title}
          </span>
        </summary>
        <ul lang={lang}>
          {entry.obligations.map(({ requirement, title, roles, route, note }) => (
            <li key={requirement}>
              <strong>{requirement}</strong> {title} <span class="quiet">{[roles.join(", "), route, note].filter(Boolean).join(". ")}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
};

/** What binds this system: since when, from when, and what depends on answers that are not there yet. */
export const Duties = ({ assessment, framework }: { assessment: Assessment; framework: Framework }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const questions = useApp((state) => state.catalogue)?.questionnaires.find(({ id }) => id === assessment.questionnaire)?.questions ?? [];
  const today = dayOf(new Date());
  const { now, next, open, needs } = calendarOf(assessment, framework, today);
  const entry = (each: CalendarEntry) => <Entry key={`${each.article} ${each.from}`} entry={each} today={today} />;
  const titles = needs.map((need) => questions.find(({ id }) => id === need)?.title ?? need);
  return (
    <section>
      <h3>{words.forms.duties}</h3>
      <ol class="timeline">
        {now.map(entry)}
        <li class="today">
          {words.colon(words.frameworks.today)} <time dateTime={today}>{words.day(today)}</time>
        </li>
        {next.map(entry)}
      </ol>
      {open.length > 0 && (
        <>
          <h3>{words.forms.depends}</h3>
          <p lang={lang}>{titles.join(" · ")}</p>
          <ol class="timeline">{open.map(entry)}</ol>
        </>
      )}
    </section>
  );
};
