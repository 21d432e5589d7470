/**
 * How every template is compiled. Unknown names are errors, only our helpers exist, nothing is escaped here because the
 * view holds strings that are Markdown-safe already.
 */
export const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { join: true, eq: true, log: false, lookup: false },
  noEscape: true,
  preventIndent: true,
};
