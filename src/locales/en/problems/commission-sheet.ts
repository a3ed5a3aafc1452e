interface Person {
  readonly person: string;
  readonly rows: number;
  readonly cell: string;
}

const rows = (d: Person): string => `${d.rows} ${d.rows === 1 ? 'row' : 'rows'} (first: ${d.cell})`;

/** What stands in the way of a month's pay, or is to be looked at. */
export const commissionSheetProblems = {
  'pay-no-plan': () =>
    'There is no pay plan in this workbook, and none is assumed. Build "Pay plan" first (same group), then this sheet.',
  'pay-no-rows': (d: { sheet: string }) =>
    `No row of "${d.sheet}" says a person, a day or month, and an amount. Choose the columns for them.`,
  'pay-nobody': (d: { sheet: string }) =>
    `Nobody in "${d.sheet}" can be paid by the plan. See the findings below, or give the plan a role for people not in the team list.`,
  'pay-no-team': (d: { role: string }) =>
    d.role === ''
      ? 'There is no team list: roles, teams and first days are not known.'
      : `There is no team list: everybody is paid as ${d.role}, without probation or team.`,
  'pay-person-twice': (d: { sheet: string; cells: string; person: string; role: string; team: string }) =>
    `${d.person} stands in "${d.sheet}" more than once for the same days (${d.cells}); paid as ${d.role}${d.team === '' ? '' : `, ${d.team}`}. Two people of one name: tell them apart in both sheets, such as "${d.person} (2)". One person who changed teams: give the earlier row a last day.`,
  'pay-person-unlisted': (d: { sheet: string; person: string; role: string }) =>
    `${d.person} is not in "${d.sheet}" and is paid as ${d.role}, as the plan says for such people, base pay included. Add them there if that is wrong.`,
  'pay-rows-without-person': (d: { rows: number; cell: string; amount: number }) =>
    `${d.rows} ${d.rows === 1 ? 'row names' : 'rows name'} nobody and ${d.rows === 1 ? 'is' : 'are'} not paid, ¥${d.amount.toLocaleString('en-US')} together (first: ${d.cell}). Fill in the person.`,
  'pay-person-unknown': (d: Person) =>
    `${d.person} is not in the team list and not paid: ${rows(d)}. Add them there, or name a role for unlisted people in the plan.`,
  'pay-person-not-active': (d: Person) => `${d.person} is not in the team on the day: ${rows(d)} not paid.`,
  'pay-no-version': (d: Person) =>
    `No version of the plan holds on the day: ${rows(d)} of ${d.person} not paid.`,
  'pay-no-role': (d: Person) => `The plan has no terms for the role of ${d.person}: ${rows(d)} not paid.`,
  'pay-no-quota': (d: Person) => `${d.person} has no quota, which the plan needs: no commission.`,
  'pay-split-not-whole': (d: Person) => `The shares of ${d.cell} do not add up to 100%: not paid.`,
  'pay-refund-without-sale': (d: Person) =>
    `Refunds of ${d.person} whose sale is not in the list: ${rows(d)}. They lower the revenue of their own month.`,
  'pay-refund-exceeds-sale': (d: Person) => `${d.person}: more was refunded than sold: ${rows(d)}.`,
  'pay-negative-pay': (d: Person & { year: number; month: number }) =>
    `${d.person} has negative pay in ${d.year}-${String(d.month).padStart(2, '0')}.`,
};
