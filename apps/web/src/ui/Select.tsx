/** A labelled choice from a list. */
export const Select = ({
  label,
  value,
  options,
  onChange,
  disabled = false,
  lang,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
  disabled?: boolean;
  lang?: string | undefined;
}) => (
  <label class="field">
    <span class="label">{label}</span>
    <select value={value} disabled={disabled} lang={lang} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {options.map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
