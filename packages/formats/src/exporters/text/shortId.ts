import { uuidOf } from "../../uuidOf.js";

/** An id as it is where it fits; a longer one keeps its beginning and ends in a name that follows from the whole of it. */
export const shortId = (id: string, most: number): string => (id.length <= most ? id : `${id.slice(0, most - 13)}~${uuidOf("short id", id).slice(-12)}`);
