import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../ui/useApp.js";

/** Links within a document scroll: the address after `#` is the place in the page, not in the document. */
const followAnchor = (event: MouseEvent) => {
  const target = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')?.getAttribute("href")?.slice(1);
  if (!target) return;
  event.preventDefault();
  document.getElementById(target)?.scrollIntoView({ block: "start" });
};

/** A document to be read in the page, as sanitised HTML from the engine. */
export const Paper = ({ html, onClose }: { html: string; onClose: () => void }) => {
  const words = useWords();
  const paper = useRef<HTMLElement>(null);
  // It stands below everything else: who asked for it is taken there.
  useEffect(() => {
    paper.current?.scrollIntoView();
    paper.current?.focus({ preventScroll: true });
  }, [html]);
  return (
    <section ref={paper} class="paper" tabIndex={-1} aria-label={words.documents.preview}>
      <p class="buttons">
        <button type="button" onClick={() => print()}>
          {words.documents.print}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {words.close}
        </button>
      </p>
      <div class="document" lang="en" onClick={followAnchor} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
};
