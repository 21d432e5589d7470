import type { ImportLoss } from "@strideml/plugin-kit";
import { oneLine } from "./cleanText.js";
import { LIMITS } from "./limits.js";

/** Collects what did not come along. Beyond a thousand entries the rest is counted. */
export class Losses {
  private readonly list: ImportLoss[] = [];
  private more = 0;

  /** Both in words for the person who imports; what is quoted from the file in them is shortened. */
  add(what: string, why: string): void {
    if (this.list.length < LIMITS.losses) this.list.push({ what: oneLine(what, 400).text, why });
    else this.more++;
  }

  /** One entry for many of a kind, none where there are none. */
  count(number: number, one: string, many: string, why: string): void {
    if (number > 0) this.add(number === 1 ? `1 ${one}` : `${number} ${many}`, why);
  }

  all(): ImportLoss[] {
    return this.more === 0 ? this.list : [...this.list, { what: `${this.more} more losses`, why: "the list ends here" }];
  }
}
