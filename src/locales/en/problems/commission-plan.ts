interface Cell {
  readonly sheet: string;
  readonly cell: string;
  readonly header: string;
}

/** What is found in a pay plan on the sheets or in a JSON file. */
export const commissionPlanProblems = {
  'plan-term-unknown': (d: Cell) =>
    `${d.sheet}!${d.cell}: "${d.header}" is no term of a plan, so it has no effect. Choose one of the list at the end of the sheet.`,
  'plan-term-twice': (d: Cell) =>
    `${d.sheet}!${d.cell}: "${d.header}" is said a second time for the same version and role; the first counts. Delete one of them.`,
  'plan-term-missing': (d: Cell & { role: string }) =>
    `${d.sheet}!${d.cell}: the override of "${d.role}" does not say whether it needs the quota. Add the term "Override only if quota met".`,
  'plan-version-unknown': (d: { sheet: string; cell: string; text: string; known: string }) =>
    `${d.sheet}!${d.cell} names the version "${d.text}", which the table of versions does not list (${d.known}). The row has no effect.`,
  'plan-sheets-many': (d: { used: string; others: string }) =>
    `Several sheets hold a pay plan: "${d.used}" is used, not "${d.others}".`,
  'plan-json-syntax': (d: { expected: string }) => `The plan file is not valid JSON: ${d.expected}.`,
  'plan-json-value': (d: { path: string; expected: string }) =>
    `The plan file has something else at ${d.path} than expected: ${d.expected}.`,
  'plan-json-key': (d: { path: string; expected: string }) =>
    `The plan file has an unknown entry ${d.path}. Known: ${d.expected}.`,
  'plan-standing': (d: { sheet: string }) =>
    `"${d.sheet}" is there already: cells that you changed by hand stay, the others follow the choices made here.`,
  'plan-none-found': () =>
    'No sheet has a table of tiers (From, Rate, Base pay). Choose one of the ready plans instead, or type such a table.',
  'plan-open-choice': (d: { sheet: string; role: string; term: string; values: string }) =>
    `"${d.sheet}" does not say${d.role === '' ? '' : ` for ${d.role}`}: ${d.term}. Choose: ${d.values}.`,
  'plan-open-amount': (d: { sheet: string; role: string; term: string }) =>
    `"${d.sheet}" has no amount${d.role === '' ? '' : ` for ${d.role}`}: ${d.term}. Type it in.`,
};
