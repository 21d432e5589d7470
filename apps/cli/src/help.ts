import { COMMANDS, type Command } from "./commands.js";

const column = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n");
};

/** What `strideml --help` prints. */
export const help = (): string =>
  `STRIDE threat models for machine-learning systems, annotated with the frameworks their owners answer to.

Usage: strideml COMMAND

${column(Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]))}

strideml COMMAND --help says more. A first try:
  strideml generate --model-type rag --deployment saas --data-sensitivity personal --access-level public
`;

/** What `strideml COMMAND --help` prints. */
export const commandHelp = (name: string, { usage, summary, flags }: Command): string =>
  `strideml ${name}: ${summary}

Usage: ${usage}

${column(Object.entries(flags).map(([flag, { short, value, help: text }]) => [`${short ? `-${short}, ` : "    "}--${flag}${value ? ` ${value}` : ""}`, text]))}
`;
