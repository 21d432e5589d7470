import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "./useApp.js";

/** A modal dialog: the browser's own, with its focus trap and its Escape. */
export const Dialog = ({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) => {
  const words = useWords();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-label={title} onClose={onClose}>
      <header>
        <h2 tabIndex={-1}>{title}</h2>
        <button type="button" class="plain" onClick={() => element.current?.close()}>
          {words.close}
        </button>
      </header>
      {children}
    </dialog>
  );
};
