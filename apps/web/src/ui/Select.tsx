import { useId } from "preact/hooks";

/** A labelled choice from a list; in rows that all have the same one, the label is there for those who do not see the row. */
export const Select = ({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
  disabled = false,
  lang,
  labelLang,
}: {
  label: string;
  hideLabel?: boolean;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
  disabled?: boolean;
  /** Of what can be chosen. */
  lang?: string | undefined;
  labelLang?: string | undefined;
}) => {
  const id = useId();
  const select = (
    <select id={id} aria-label={hideLabel ? label : undefined} value={value} disabled={disabled} lang={lang} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {options.map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
          {text}
        </option>
      ))}
    </select>
  );
  if (hideLabel) return select;
  return (
    <div class="field">
      <label class="label" for={id} lang={labelLang}>
        {label}
      </label>
      {select}
    </div>
  );
};
