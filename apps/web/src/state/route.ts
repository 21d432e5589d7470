/** Where in the page somebody is, as the address says it after the `#`. */
export interface Route {
  path: string[];
  query: Record<string, string>;
}

/** `#/result/findings/x?q=y` as a route; what cannot be decoded leads to the start. */
export const parseRoute = (hash: string): Route => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  try {
    return { path: path.split("/").filter(Boolean).map(decodeURIComponent), query: Object.fromEntries(new URLSearchParams(query)) };
  } catch {
    return { path: [], query: {} };
  }
};

/** The address of a route; empty query values are left out. */
export const routeTo = (path: readonly string[], query?: Record<string, string>): string => {
  const place = `#/${path.map(encodeURIComponent).join("/")}`;
  const set = Object.entries(query ?? {}).filter(([, value]) => value !== "");
  // There are hundreds of links on a page, and `URLSearchParams` is slow at it.
  return set.length > 0 ? `${place}?${set.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}` : place;
};

/** Goes somewhere; `replace` leaves no trace in the history, for changes such as a filter. */
export const goTo = (path: readonly string[], query: Record<string, string> = {}, replace = false): void => {
  const hash = routeTo(path, query);
  if (replace) {
    history.replaceState(null, "", hash);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else location.hash = hash;
};
