import { useId } from "preact/hooks";

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
}) => {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select id={id} value={value} disabled={disabled} lang={lang} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};
