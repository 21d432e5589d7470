import { useRef } from "preact/hooks";

/** What the button opens: a file of some kinds, or a folder with all that is in it. */
type Choice = { accept?: string; folder?: false } | { folder: true };

/** A button that has the browser ask for a file. The same file can be chosen again, as after a correction. */
export const FileButton = ({ label, onFiles, ...choice }: { label: string; onFiles: (files: [File, ...File[]]) => void } & Choice) => {
  const input = useRef<HTMLInputElement>(null);
  // No standard yet, so not in the types; every browser has it.
  const kinds = choice.folder ? ({ webkitdirectory: true } as object) : { accept: choice.accept };
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        class="unseen"
        type="file"
        tabIndex={-1}
        aria-label={label}
        {...kinds}
        onChange={({ currentTarget }) => {
          const [first, ...rest] = currentTarget.files ?? [];
          if (first) onFiles([first, ...rest]);
          currentTarget.value = "";
        }}
      />
    </>
  );
};
