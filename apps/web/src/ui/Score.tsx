import type { Severity } from "@strideml/plugin-kit";
import { useWords } from "./useApp.js";

/** A score with its band: a number that is coloured, and a name with the band for those who do not see the colour. */
export const Score = ({ score, severity, quiet = false }: { score: number; severity: Severity; quiet?: boolean }) => {
  const words = useWords();
  // A name, not hidden text: what is there to be seen only is not laid out, and there are hundreds of scores on a page.
  return (
    <span class={`score ${severity}${quiet ? " quiet" : ""}`} role="img" aria-label={`${score} ${words.severity[severity]}`}>
      {score}
    </span>
  );
};
