import type { Finding, FindingDecision } from "@strideml/plugin-kit";
import { useEffect, useRef, useState } from "preact/hooks";
import { change } from "../state/actions.js";
import { withFinding } from "../state/Draft.js";
import { Select } from "../ui/Select.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useWords } from "../ui/useApp.js";

type Kind = FindingDecision["status"];

/** A decision counts only with an owner and a reason, so it is kept here until it has both. */
export const Decision = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const stored = useApp((state) => state.draft.decisions.findings).find(({ id }) => id === finding.id);
  const [begun, setBegun] = useState<Partial<FindingDecision>>(stored ?? {});
  const own = useRef(stored);
  // Taken back, or done again: what is stored is not what was given here.
  useEffect(() => {
    if (JSON.stringify(stored) === JSON.stringify(own.current)) return;
    own.current = stored;
    setBegun(stored ?? {});
  }, [stored]);
  const take = (change_: Partial<FindingDecision>) => {
    const next = { ...begun, ...change_ };
    setBegun(next);
    const { status, owner, reason, expires } = next;
    const whole = status && owner?.trim() && reason?.trim() ? { status, owner: owner.trim(), reason: reason.trim(), ...(expires && { expires }) } : undefined;
    own.current = whole && { ...whole, id: finding.id };
    if (whole || stored) change((draft) => withFinding(draft, finding.id, whole));
  };
  return (
    <section class="decision">
      <h3>{words.findings.decision}</h3>
      <Select
        label={words.findings.status}
        value={begun.status ?? ""}
        options={Object.entries(words.findings.decide).map(([id, text]) => [id === "none" ? "" : id, text] as const)}
        onChange={(value) => {
          const status = value === "" ? undefined : (value as Kind);
          take({ status });
        }}
      />
      {begun.status && (
        <>
          <TextField label={words.findings.owner} value={begun.owner ?? ""} onChange={(owner) => take({ owner })} help={words.findings.ownerHelp} />
          <TextField label={words.findings.decisionReason} value={begun.reason ?? ""} rows={2} max={4000} onChange={(reason) => take({ reason })} />
          <TextField label={words.findings.expires} type="date" value={begun.expires ?? ""} onChange={(expires) => take({ expires })} />
        </>
      )}
    </section>
  );
};
