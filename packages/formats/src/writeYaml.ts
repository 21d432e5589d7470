import { stringify } from "yaml";

/** A system file as YAML, keys in the order given, long lines unbroken. */
export const writeYaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
