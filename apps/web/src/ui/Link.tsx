import type { ComponentChildren } from "preact";
import { routeTo } from "../state/route.js";

/** A link to a place in the page. */
export const Link = ({
  to,
  query,
  children,
  ...rest
}: {
  to: readonly string[];
  query?: Record<string, string>;
  children: ComponentChildren;
  class?: string;
  "aria-label"?: string;
  "aria-current"?: "page" | "true" | undefined;
  lang?: string | undefined;
}) => (
  <a href={routeTo(to, query)} {...rest}>
    {children}
  </a>
);
