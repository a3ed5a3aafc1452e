/** What keeps a submitted commission sheet, or a row of it, from being checked. */
export const commissionCheckProblems = {
  'check-no-plan': (d: { sheet: string }) =>
    `There is no pay plan to check "${d.sheet}" by. Build the template "Pay plan" first, or choose a ready plan.`,
  'check-plan-open': (d: { plan: string; term: string; role: string }) =>
    `The plan "${d.plan}" does not say${d.role === '' ? '' : ` for ${d.role}`}: ${d.term}. Decide it on the plan sheet.`,
  'check-plan-wrong': (d: { plan: string; reason: string }) =>
    `The plan "${d.plan}" cannot be computed: ${d.reason}`,
  'check-no-person-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as the person. Choose the column with the names.`,
  'check-no-amount-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as pay or commission. Choose the column that was submitted.`,
  'check-no-revenue': (d: { sheet: string }) =>
    `"${d.sheet}" has no revenue column and there is no order list: nothing says what pay would be due. Choose the orders, or the column with the revenue.`,
  'check-no-months': (d: { sheet: string }) =>
    `Nothing says which month "${d.sheet}" is for: no month column, no month in its title or name. Choose the column, or the day that the build speaks of.`,
  'check-no-person': () => 'No name; the row is not checked.',
  'check-no-month': () => 'No readable month; the row is not checked.',
  'check-no-amount': () => 'No readable amount; the row is not checked.',
  'check-rows-added': (d: { person: string; rows: number }) =>
    `${d.rows} rows of ${d.person} in one month each state a base pay; they were added up as one person's. If two people share the name, tell them apart, such as "${d.person} A".`,
  'check-row-without-revenue': () =>
    'No readable revenue and no orders for this month; the row is not checked.',
  'check-person-unknown': (d: { person: string }) =>
    `The plan gives ${d.person} no role: not in the team list, and the plan has no role for people who are not. The row is not compared.`,
  'check-person-not-active': (d: { person: string }) =>
    `${d.person} is in the team list, but not in this month. The row is not compared.`,
  'check-no-version': (d: { person: string }) =>
    `No version of the plan holds in this month (${d.person}). The row is not compared.`,
  'check-no-role': (d: { person: string }) =>
    `The plan has no terms for the role of ${d.person}. The row is not compared.`,
  'check-no-quota': (d: { person: string }) =>
    `The plan needs a quota for ${d.person}, and none is given. The row is not compared.`,
  'check-differs': (d: { person: string; month: string; sentence: string }) =>
    `${d.person}, ${d.month}: ${d.sentence}`,
  'check-flag': (d: { sentence: string }) => d.sentence,
};
