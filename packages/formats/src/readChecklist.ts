import { type MitigationDecision, type PlacedProblem, type Result, failure, success } from "@strideml/plugin-kit";

/** What was ticked for one control. */
export interface Tick {
  mitigation: string;
  status: MitigationDecision["status"];
}

const STATUS: Readonly<Record<string, Tick["status"]>> = { yes: "in-place", partly: "partly", no: "not-planned" };

const BOX = /^\s*[-*+]\s+\[([ xX])\]\s+(Yes|Partly|No)\s*$/i;

/** The line under the boxes of a control names it: `Title (id). Owner, ...`. */
const NAME = /\(([a-z0-9./-]+)\)\. /;

interface Open {
  line: number;
  ticked: string[];
}

const problem = (message: string, line: number, file: string, hint: string): PlacedProblem => ({ code: "checklist", message, path: [], file, line, hint });

/**
 * Reads the ticks of a checklist that the template `checklist` made and somebody filled in.
 * @param known ids of the mitigations that may be named
 * @returns one entry for each control with a tick, or every problem: two ticks, a control that nobody knows
 */
export const readChecklist = (text: string, file: string, known: ReadonlySet<string>): Result<Tick[]> => {
  const ticks: Tick[] = [];
  const problems: PlacedProblem[] = [];
  let open: Open | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const box = BOX.exec(line);
    if (box) {
      open ??= { line: index + 1, ticked: [] };
      if (box[1] !== " ") open.ticked.push(box[2]!.toLowerCase());
      continue;
    }
    const id = open ? NAME.exec(line.replaceAll("\\", ""))?.[1] : undefined;
    if (!open || id === undefined) continue;
    if (open.ticked.length > 1) problems.push(problem(`${id} has ${open.ticked.length} boxes ticked`, open.line, file, "tick one"));
    else if (!known.has(id)) problems.push(problem(`there is no mitigation ${id}`, index + 1, file, "strideml list mitigations names them"));
    else if (open.ticked.length === 1) ticks.push({ mitigation: id, status: STATUS[open.ticked[0]!]! });
    open = undefined;
  }
  if (open?.ticked.length) problems.push(problem("a ticked control is not named", open.line, file, "the line under the boxes names it: Title (id)."));
  return problems.length > 0 ? failure(problems) : success(ticks);
};
