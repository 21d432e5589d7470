/** What stands behind a name that a template uses. */
export type Shape = "text" | "flag" | { list: Shape } | { object: Readonly<Record<string, Shape>> };

export const isList = (shape: Shape | undefined): shape is { list: Shape } => typeof shape === "object" && "list" in shape;
export const isObject = (shape: Shape | undefined): shape is { object: Readonly<Record<string, Shape>> } => typeof shape === "object" && "object" in shape;
