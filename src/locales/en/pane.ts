const rows = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'row' : 'rows'}`;
const things = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

interface RowChanges {
  readonly sheet: string;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly typed: number;
  readonly own: number;
  readonly deleted: number;
}

const part = (n: number, what: string): string => (n > 0 ? `${rows(n)} ${what}` : '');

export const pane = {
  /** Book: what is in the workbook. */
  yourWorkbook: 'Your workbook',
  bookSummary: ({ sheets, tables }: { sheets: number; tables: number }) =>
    `${things(sheets, 'sheet', 'sheets')}, ${things(tables, 'table', 'tables')} found`,
  readAgain: 'Read again',
  sheetsChanged: 'The sheets changed since they were read.',
  reading: 'Reading the workbook…',
  readingSheet: ({ sheet }: { sheet: string }) => `Reading “${sheet}”…`,
  understanding: ({ sheet }: { sheet: string }) => `Understanding “${sheet}”…`,
  stop: 'Stop',
  stopped: 'Reading was stopped.',
  noBackground:
    'This Excel lets Daybook compute only in the pane itself, which may pause over sheets as long as yours.',
  nothingUsable: 'No sheet with a table was found',
  nothingUsableAdvice:
    'Daybook looks for sheets with a header row and rows below it: orders, visits, customers, revenue. Open the workbook you keep them in, or paste them into a sheet, then read again.',
  build: 'Build',
  buildFrom: ({ sheet, rowCount }: { sheet: string; rowCount: number }) =>
    `From “${sheet}”, ${rows(rowCount)}`,
  buildEmpty: 'Starts empty, to be filled in by hand',
  forThisBook: 'For this workbook',
  otherTemplates: ({ n }: { n: number }) => `More templates (${n})`,
  allTemplates: ({ n }: { n: number }) => `Templates (${n})`,
  noSourceHint: 'No sheet was taken for what these need. If one of yours is, say so below.',
  needs: ({ roles }: { roles: readonly string[] }) => `Needs: ${roles.join(' or ')}`,
  lacksColumns: ({ sheet, fields }: { sheet: string; fields: readonly string[] }) =>
    `No column of “${sheet}” was taken for: ${fields.join(', ')}`,
  sheets: 'Your sheets',
  sheetsHint: 'What each was taken for. Change what is wrong; it is remembered.',
  roleOf: ({ sheet }: { sheet: string }) => `What “${sheet}” is`,
  rowCount: ({ n }: { n: number }) => rows(n),
  hiddenSheet: 'hidden',
  findingsCount: ({ n }: { n: number }) => things(n, 'finding', 'findings'),
  unreadable: ({ sheet, reason }: { sheet: string; reason: string }) =>
    `“${sheet}” could not be read: ${reason}`,
  builtSheets: 'Built by Daybook',
  builtFrom: ({ sheet }: { sheet: string }) => `from “${sheet}”`,
  builtBlank: 'filled in by hand',
  builtByNewer: 'built by a newer Daybook',
  refresh: 'Refresh',
  refreshOf: ({ sheet }: { sheet: string }) => `Refresh “${sheet}”`,
  sourceGone: ({ sheet }: { sheet: string }) =>
    `The sheet “${sheet}” that this was built from can’t be found any more.`,
  goToSheet: ({ sheet }: { sheet: string }) => `Go to “${sheet}”`,
  goToCell: ({ address }: { address: string }) => `Go to ${address}`,
  undoLast: ({ title }: { title: string }) => `Undo “${title}”`,

  /** Review: before anything is written. */
  back: 'Back',
  source: 'Source',
  startEmpty: 'None: start empty, to be filled in by hand',
  noTable: '— none —',
  allTables: ({ n }: { n: number }) => `All ${n.toLocaleString('en')}`,
  tablesTaken: ({ n, of }: { n: number; of: number }) =>
    `${n.toLocaleString('en')} of ${things(of, 'table', 'tables')} taken`,
  noCompanion: ({ label, roles }: { label: string; roles: readonly string[] }) =>
    `${label}: none of the other sheets was taken for ${roles.join(', ')}.`,
  companionMissing: ({ label, roles }: { label: string; roles: readonly string[] }) =>
    `${label}: this can’t be built without it. Choose a sheet; if none is offered, say on the first page which one is ${roles.join(' or ')}.`,
  sourceChoice: ({ sheet, range }: { sheet: string; range: string }) => `${sheet} (${range})`,
  figures: 'At a glance',
  readAs: 'Read as',
  readAsHint: 'Change what was read wrong; it is remembered in this workbook.',
  noColumn: '— none —',
  columnChoice: ({ letter, header }: { letter: string; header: string }) =>
    header ? `${letter} · ${header}` : letter,
  required: 'needed',
  unsure: 'please check',
  moreFields: ({ n }: { n: number }) => `${things(n, 'more column', 'more columns')} it can use`,
  moreColumns: 'All columns, units and header rows',
  headerFrom: 'Header from row',
  headerTo: 'to row',
  meaning: 'Meaning',
  noMeaning: '— not used —',
  unit: 'Unit',
  units: {
    '1': 'as is (元)',
    '1000': 'thousands (千元)',
    '10000': 'ten thousands (万元)',
    '100000000': 'hundred millions (亿元)',
    other: 'other',
  },
  dateOrder: 'Order of day and month',
  dateOrders: { ymd: 'year, month, day', mdy: 'month, day, year', dmy: 'day, month, year' },
  sheetLanguage: 'Language of the sheets',
  languages: { 'zh-CN': '中文', en: 'English' },
  willAdd: 'What will be added',
  willRefresh: 'What will be refreshed',
  findings: 'Findings',
  noFindings: 'Every row could be read.',
  notes: ({ n }: { n: number }) => `How it was read (${n.toLocaleString('en')})`,
  showFewer: 'Show fewer',
  showAll: ({ n }: { n: number }) => `Show all ${n.toLocaleString('en')}`,
  andMore: ({ n }: { n: number }) => `and ${n.toLocaleString('en')} more`,
  skippedRows: ({ n }: { n: number }) => `${rows(n)} left out (totals, blank rows, notes)`,
  rowsUsed: ({ n }: { n: number }) => `${rows(n)} will be used. Your sheets stay as they are.`,

  builtEmpty: 'Starts empty. Your sheets stay as they are.',

  /** Work and its end. */
  building: 'Building…',
  undoing: 'Undoing…',
  steps: {
    look: 'Looking at the workbook…',
    read: 'Reading what is there…',
    plan: 'Working it out…',
    compare: 'Comparing…',
    write: 'Writing…',
    finish: 'Finishing…',
    restore: 'Putting the workbook back…',
  },
  stepSheet: ({ step, sheet }: { step: string; sheet: string }) => `${step} ${sheet}`,
  progress: 'Progress',
  built: ({ title }: { title: string }) => `“${title}” is ready`,
  refreshed: ({ title }: { title: string }) => `“${title}” is up to date`,
  changes: (change: RowChanges) => {
    const parts = [
      part(change.added, 'added'),
      part(change.updated, 'updated'),
      part(change.removed, 'gone from the source, removed'),
      part(change.typed, 'with your typing, kept'),
      part(change.own, 'of your own, kept'),
      part(change.deleted, 'deleted by you, left out'),
    ].filter((text) => text !== '');
    return `“${change.sheet}”: ${parts.length > 0 ? parts.join('; ') : 'no row changed'}.`;
  },
  differences: 'Please look at these',
  differenceKinds: {
    'both-changed': 'changed by you and in the source: yours was kept',
    gone: 'gone from the source, kept because you typed there',
    returned: 'deleted by you, changed in the source since: back again',
    cell: 'written by you: kept',
  },
  conflict: ({ ours, theirs }: { ours: string; theirs: string }) =>
    `yours: ${ours || '(blank)'}, source: ${theirs || '(blank)'}`,
  undo: 'Undo',
  builtHint:
    'Your own sheets were only read. When they change, refresh; what you type into the new sheets stays.',
  backToBook: 'Done',
  undone: ({ sheets }: { sheets: string }) => `Undone: ${sheets}`,
  undoLossTitle: 'You changed these cells since the build',
  undoLossText: 'Undo would take your changes away as well:',
  undoAnyway: 'Undo all the same',
  keep: 'Keep',
  lossCells: ({ sheet, cells, more }: { sheet: string; cells: string; more: number }) =>
    `“${sheet}”: ${cells}${more > 0 ? ` and ${more} more` : ''}`,
  messages: 'Messages',
  problemTitle: 'This did not work',
  tryAgain: 'Try again',
  close: 'Close',
  reload: 'Load the pane again',
  unexpected: ({ message }: { message: string }) => `Something unexpected went wrong: ${message}`,
};
