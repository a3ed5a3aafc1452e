export const retentionProblems = {
  'no-user-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as a user's number or name. Choose the column that says who the user is.`,
  'no-watched-column': (d: { sheet: string }) =>
    `"${d.sheet}" has no column to watch: ARPU, prepaid balance, end of contract or subsidy, last usage or debt. Choose at least one.`,
  'no-users-read': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" names a user. Check the column that users are read from.`,
  'no-as-of': () =>
    'Nothing in the workbook says which day it is: days count to today, and everybody with an end, a low balance or a debt is listed. The day can be typed on the report.',
  'user-twice': (d: { user: string }) => `User ${d.user} stands in the list already; the first row counts.`,
  'no-snapshot': (d: { arpu: number }) =>
    `No user has an ARPU above ${d.arpu}, so there is nobody to snapshot. Check the ARPU column, or the limit in the rules.`,
};
