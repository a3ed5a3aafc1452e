const SAVED_PREFIX = /"(?:[^"]|"")*"|_xlfn\._xlws\.|_xlfn\.|_xlws\.|_xlpm\.|_xludf\.|_xldudf_/gi;

/** A formula as a person reads it: files write prefixes before functions that came later and before an add-in's. */
export function withoutPrefixes(formula: string): string {
  if (!/_xl/i.test(formula)) return formula;
  return formula.replace(SAVED_PREFIX, (match) => (match.startsWith('"') ? match : ''));
}
