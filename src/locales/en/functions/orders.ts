/** What the functions of deadlines and orders say in their cells, by the code of the error. */
export const orderErrors = {
  'argument-not-a-time': (d: { argument: string; row: number; column: number; value: number }) =>
    `${d.argument}, row ${d.row}, column ${d.column}: ${d.value} is no time of day. Give a time such as 9:00.`,
  'week-not-seven-digits': (d: { week: string }) =>
    `week: “${d.week}” is not seven digits. Give a text such as "0000011": 1 for each weekday off, from Monday on.`,
  'calendar-day-twice': (d: { day: string }) =>
    `${d.day} stands in holidays and in make_up_days. Remove it from one of them.`,
  'calendar-never-works': () => 'No day is ever worked. Leave at least one weekday a 0 in week.',
  'calendar-no-hours': () => 'hours is blank. Give from and to, or leave the argument out for office hours.',
  'calendar-hours': (d: { hours: string }) =>
    `hours: ${d.hours} ends before it begins. Give from and to of one day.`,
  'calendar-hours-overlap': (d: { hours: string; other: string }) =>
    `hours: ${d.hours} overlaps with ${d.other}.`,
  'cut-off-none': (d: { time: string }) =>
    `cut_offs has no line for ${d.time}. Add one that begins at 0:00 or earlier than that.`,
  'cut-off-time': () => 'cut_offs: a line begins at 24:00. Give times from 0:00 to 23:59.',
  'cut-offs-columns': (d: { columns: number }) =>
    `cut_offs has to have three columns, not ${d.columns}: from what time, working days later, until what time.`,
  'no-such-workday': () => "Excel's calendar ends before so many working days. Check the amount.",
  'serial-out-of-range': () => "The day lies outside of Excel's calendar. Check start and amount.",
  'no-such-date': () => "The month lies outside of Excel's calendar. Check start and amount.",
  'sla-before-start': () => 'end is before start. Check the two times.',
  'sla-without-time': () => "start or end has a date and no time: minutes can't be told. Add the time.",
  'stages-differ': (d: { names: number; columns: number }) =>
    `stages has ${d.names} names, dates ${d.columns} columns. Give one name for each column.`,
  'ageing-limits': (d: { limit: number; before: number }) =>
    `limits: ${d.limit} does not come after ${d.before}. Give whole days, ascending, such as {30,60,90}.`,
};
