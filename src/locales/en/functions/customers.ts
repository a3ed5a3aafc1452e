/** Said by the functions about customers, users and retailers. */
export const customerErrors = {
  'abc-cuts': (d: { a: number; b: number }) =>
    `The cuts ${d.a} and ${d.b} can't be used. Give cut_a above 0, cut_b from cut_a to 1 (80% and 95% are usual).`,
  'total-not-positive': (d: { argument: string }) =>
    `${d.argument}: the total is zero or negative, so nobody has a share of it.`,
  'rfm-limits': (d: { limits: string; direction: string }) =>
    `The limits ${d.limits} can't be used. Give four numbers, ${d.direction}, for the scores 5, 4, 3 and 2.`,
  'no-users': () => 'There are no users to take a rate of. Check the users at the beginning.',
  'actual-zero': () => 'actual is blank or 0: nothing was sold that a forecast could be measured by.',
};
