/** What is found in the orders and the team list that pay is computed or checked by. */
export const commissionProblems = {
  'commission-title-as-role': (d: { title: string; people: number; role: string }) =>
    `The plan has no role "${d.title}": the terms of "${d.role}", the plan's role for people it does not list, are used for ${d.people} ${d.people === 1 ? 'person' : 'people'}.`,
  'commission-title-unknown': (d: { title: string; people: number; known: string }) =>
    `The plan has no role "${d.title}" (${d.people} ${d.people === 1 ? 'person' : 'people'}), so nothing is computed for them. Its roles: ${d.known}.`,
  'commission-orders-columns': (d: { sheet: string }) =>
    `"${d.sheet}" is not counted: person, date or amount was not recognised.`,
  'commission-orders-no-date': (d: { sheet: string; event: string }) =>
    `"${d.sheet}" has no column for the day on which an order was ${d.event}, which the plan pays on; the order's own date is used.`,
  'commission-orders-no-amount': (d: { sheet: string; event: string }) =>
    `"${d.sheet}" has no column for what was collected; the order's amount is used.`,
  'commission-orders-cancelled': (d: { sheet: string; orders: number }) =>
    `${d.orders} cancelled orders of "${d.sheet}" are not counted.`,
  'commission-orders-shares': (d: { found: string; people: number }) =>
    `"${d.found}" names ${d.people} people without each one's share, so the row counts for nobody. Write the shares, such as Wang 60%, Li 40%.`,
  'commission-orders-unread': (d: { sheet: string; orders: number }) =>
    `${d.orders} rows of "${d.sheet}" have no readable date or amount and are not counted.`,
};
