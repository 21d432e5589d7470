import type { Severity } from "@strideml/plugin-kit";
import { useWords } from "./useApp.js";

/** A score with its band: a number that is coloured, and words for those who do not see the colour. */
export const Score = ({ score, severity, quiet = false }: { score: number; severity: Severity; quiet?: boolean }) => {
  const words = useWords();
  return (
    <span class={`score ${severity}${quiet ? " quiet" : ""}`}>
      <span class="number">{score}</span>
      <span class="unseen"> {words.severity[severity]}</span>
    </span>
  );
};
