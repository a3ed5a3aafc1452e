/** The sheet with working hours and holidays, which several templates write. */
export const workCalendar = {
  sheet: 'Holidays',
  about: 'Working week, hours and holidays; deadlines in working days follow it',
  title: 'Working days and holidays',
  note: 'Deadlines in working days and hours follow this sheet at once. Holidays of later years are typed at the end of the list; a weekend day that is worked in exchange is "Worked".',
  hoursTable: 'WorkHours',
  holidayTable: 'Holidays',
  hours: 'Hours',
  hoursNote: 'Yellow cells can be changed.',
  holidaysNote:
    'Off: not worked although its weekday is. Worked: worked although its weekday is off. From the announcements for mainland China, as far as they are out; check them against your own.',
  holidays: 'Holidays, and weekend days worked in exchange',
  offColumn: 'Day off',
  workedColumn: 'Day worked',
  derived: 'Read by formulas',
  days: 'Working days',
  footer: 'Page &P of &N',
};
