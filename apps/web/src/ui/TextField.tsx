import { useEffect, useId, useState } from "preact/hooks";

/** A labelled text. It is taken over when the field is left or Enter is pressed, so that every change can be taken back whole. */
export const TextField = ({
  label,
  value,
  onChange,
  type = "text",
  help,
  rows = 1,
  max = 200,
  disabled = false,
  lang,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "date";
  help?: string;
  rows?: number;
  max?: number;
  disabled?: boolean;
  lang?: string | undefined;
}) => {
  const [text, setText] = useState(value);
  const id = useId();
  useEffect(() => setText(value), [value]);
  const take = () => {
    if (text !== value) onChange(text);
  };
  const shared = { id, value: text, disabled, maxLength: max, "aria-describedby": help ? `${id}-help` : undefined, onBlur: take };
  const typed = type === "date" ? ({ type: "date" } as const) : ({ type: "text" } as const);
  return (
    <div class="field">
      <label class="label" for={id} lang={lang}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...typed}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === "Enter") take();
          }}
        />
      )}
      {help && (
        <span class="help" id={`${id}-help`} lang={lang}>
          {help}
        </span>
      )}
    </div>
  );
};
