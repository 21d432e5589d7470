import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { routeTo } from "../state/route.js";

const rowOf = (box: HTMLElement, finding: string) => {
  const address = routeTo(["result", "findings", finding]);
  return [...box.querySelectorAll<HTMLElement>(".finding-row")].find((row) => row.getAttribute("href")?.split("?")[0] === address);
};

/**
 * The focus goes with what is chosen from a list: to its heading, so that it is read out and Tab goes on in it, and back
 * to its row when it is left. Beside the list it begins at its top; where there is only room for one, it is scrolled to.
 * @param chosen the finding that the address names
 */
export const useFollowChoice = (box: RefObject<HTMLElement | null>, chosen: string | undefined): void => {
  const former = useRef(chosen);
  useEffect(() => {
    const left = former.current;
    former.current = chosen;
    if (!box.current) return;
    const alone = box.current.querySelector<HTMLElement>(".list-side")?.offsetParent === null;
    // What an address leads to is on a screen that is new, and its heading has the focus already.
    if (left === chosen && !alone) return;
    if (chosen === undefined) return left === undefined ? undefined : rowOf(box.current, left)?.focus();
    box.current.querySelector(".detail-side")?.scrollTo(0, 0);
    box.current.querySelector<HTMLElement>(".detail h2")?.focus({ preventScroll: true });
    if (alone) box.current.querySelector(".detail")?.scrollIntoView();
  }, [chosen]);
};
