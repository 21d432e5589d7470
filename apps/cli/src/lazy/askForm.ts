import { cancel, intro, isCancel, log, multiselect, outro, select, text } from "@clack/prompts";
import { type Answer, type FormQuestion, isDay, UNKNOWN } from "@strideml/plugin-kit";

/** Asks one question; `undefined` where nobody knows, a symbol where the user leaves. */
const askOne = async (question: FormQuestion): Promise<Answer | undefined | symbol> => {
  const message = `${question.title}\n  ${question.help}\n  ${question.source.text}`;
  const notKnown = { value: UNKNOWN, label: "Not known yet" };
  switch (question.type) {
    case "boolean": {
      const value = await select({ message, options: [{ value: "true", label: "Yes" }, { value: "false", label: "No" }, notKnown] });
      return isCancel(value) ? value : value === UNKNOWN ? undefined : value === "true";
    }
    case "choice": {
      const value = await select({ message, options: [...question.choices.map(({ id, label, help }) => ({ value: id, label, hint: help })), notKnown], maxItems: 12 });
      return isCancel(value) ? value : value === UNKNOWN ? undefined : value;
    }
    case "list":
      return askList(question, message);
    case "date":
    case "text": {
      const day = question.type === "date";
      const value = await text({
        message: `${message}${day ? "\n  YYYY-MM-DD; empty where it is not known" : "\n  Empty to leave it for later"}`,
        validate: (given) => (day && given?.trim() && !isDay(given.trim()) ? "A day: YYYY-MM-DD." : undefined),
      });
      return isCancel(value) ? value : value.trim() === "" ? undefined : value.trim();
    }
    default:
      return question.type satisfies never;
  }
};

/** None of these is an answer too, so it is told apart from not knowing. */
const askList = async (question: FormQuestion, message: string): Promise<Answer | undefined | symbol> => {
  const how = await select({
    message,
    options: [
      { value: "some", label: "Choose" },
      { value: "none", label: "None of these" },
      { value: UNKNOWN, label: "Not known yet" },
    ],
  });
  if (isCancel(how)) return how;
  if (how !== "some") return how === "none" ? [] : undefined;
  return multiselect({ message: question.title, options: question.choices.map(({ id, label, help }) => ({ value: id, label, hint: help })), required: true, maxItems: 12 });
};

/**
 * Asks what is to be asked, one question after the other; `next` says which, given the answers so far.
 * @returns all answers, or nothing where the user leaves
 */
export const askForm = async (
  title: string,
  answers: Record<string, Answer>,
  next: (answers: Record<string, Answer>, skipped: ReadonlySet<string>) => FormQuestion | undefined,
): Promise<Record<string, Answer> | undefined> => {
  intro(title);
  const given = { ...answers };
  const skipped = new Set<string>();
  let section = "";
  for (let question = next(given, skipped); question; question = next(given, skipped)) {
    if (question.section !== section) log.step((section = question.section));
    const answer = await askOne(question);
    if (typeof answer === "symbol") {
      cancel("Nothing was written.");
      return undefined;
    }
    if (answer === undefined) skipped.add(question.id);
    else given[question.id] = answer;
  }
  outro(skipped.size === 0 ? "All is answered." : `${skipped.size} questions are left for later.`);
  return given;
};
