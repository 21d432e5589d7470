import { EXPORTERS } from "@strideml/formats";
import { FORMATS } from "@strideml/report";

/** Ids of the formats that the product comes with. */
export const FORMAT_IDS: readonly string[] = [...FORMATS, ...EXPORTERS].map(({ id }) => id);
