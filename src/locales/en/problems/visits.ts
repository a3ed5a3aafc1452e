export const visitProblems = {
  'columns-unread': (d: { sheet: string; columns: string; more: number }) =>
    `Not taken over from "${d.sheet}": ${d.columns}${d.more > 0 ? ` and ${d.more} more` : ''}. If one of these is wanted, choose what it means.`,
  'no-visit-date-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as the date of the visit. Choose the column that says when each visit was.`,
  'visit-matrix': (d: { sheet: string }) =>
    `"${d.sheet}" ticks days across the page. A diary has one row a visit, with its date, customer and visitor: begin an empty one, or build from a sheet with such rows.`,
  'no-visit-customer-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as the customer. Choose the column that says who was visited.`,
  'no-usable-visits': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" says who was visited or when. Check which columns they are read from.`,
  'no-visitor-column': (d: { sheet: string }) =>
    `"${d.sheet}" does not say who visited. Overlaps and figures per person need a column such as Visitor, or a sheet for each person that bears the name.`,
  'visitor-from-sheet': (d: { sheet: string }) =>
    `"${d.sheet}" has no column for the visitor; the sheet's name was taken.`,
  'visitors-together': (d: { rows: number; people: string }) =>
    `${d.rows} ${d.rows === 1 ? 'visit names' : 'visits name'} several people in one cell (${d.people}): they are counted as a visitor of their own. Give each a row to count them one by one.`,
  'visit-empty': () => 'Neither customer nor date; the row is left out.',
  'visit-without-date': () =>
    'No readable date. The visit is in the diary, marked red, and counts once its date is filled in.',
  'visit-without-customer': () =>
    'No customer. The visit is in the diary, marked red; fill in who was visited.',
  'list-without-customers': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as the customer, so it is not used as the customer list.`,
  'customers-from-visits': (d: { customers: number }) =>
    `There is no customer list: the ${d.customers} customers visited are taken for all. Add a list to see whom nobody visits.`,
  'customers-not-listed': (d: { customers: number }) =>
    `${d.customers} ${d.customers === 1 ? 'customer was' : 'customers were'} visited without being on the customer list; they are shown and do not count for coverage.`,
  'plan-no-room': (d: { customers: number }) =>
    `${d.customers} ${d.customers === 1 ? 'customer is' : 'customers are'} due and found no room on the working days; they are listed on the summary.`,
  'no-follow-up-columns': (d: { sheet: string }) =>
    `"${d.sheet}" has no column for an owner, a due day, a closing day or a status: open items are typed into the diary.`,
};
