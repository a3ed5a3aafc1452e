/** Native expressions that diary and plan share. */
/** A name as COUNTIFS and its kin take it: exactly that text, with no sign in it read as a pattern or a comparison. */
export function criterion(name: string): string {
  return `"="&${plainText(name)}`;
}

/** A name as MATCH takes it. */
export function plainText(name: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${name},"~","~~"),"*","~*"),"?","~?")`;
}

/** The first of the names that stands for a condition that holds, else the last one. */
export function firstOf(
  cases: readonly (readonly [condition: string, value: string])[],
  otherwise: string,
): string {
  return cases.reduceRight((rest, [condition, value]) => `IF(${condition},${value},${rest})`, otherwise);
}

/** Where a name stands among names. What is typed as a number, 007 or 7, may stand there as a number or as text. */
export function placeOf(name: string, names: string, otherwise: string): string {
  return `IFERROR(MATCH(${plainText(name)},${names},0),IFERROR(MATCH(--${name},${names},0),${otherwise}))`;
}
