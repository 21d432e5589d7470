/** The document that is made where none is named. */
export const DEFAULT_TEMPLATE = "threat-model";
