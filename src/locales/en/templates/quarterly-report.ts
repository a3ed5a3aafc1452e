import { monthlySummary as base } from './monthly-summary';

/** The monthly summary's words, where a quarter needs others. */
export const quarterlyReport: typeof base = {
  ...base,
  reportSheet: 'Quarterly report',
  reportAbout:
    'Title, key figures, sentences, table of quarters, targets, persons, shares, changes, next quarter’s plan, checked figures, charts; prints one page wide',
  title: 'Quarterly report',
  columns: { ...base.columns, month: 'Quarter' },
  monthFormat: '0000" Q"0',
  monthText: 'Q{monthNumber} {year}',
  focus: 'Quarter in focus',
  focusPrompt: 'Choose the quarter that the report speaks of.',
  figures: { ...base.figures, change: 'On previous quarter', perPeriod: 'Needed a quarter' },
  headings: { ...base.headings, months: 'Quarter by quarter' },
  span: { same: '{month}', year: 'Q1 – {month}' },
  monthTable: {
    ...base.monthTable,
    month: 'Quarter',
    other: 'Other quarters',
    note: 'Change: on the previous quarter. Y/Y: on the same quarter a year earlier. Of year: share of the listed quarters of that year. n/a: the base is zero or negative.',
  },
  growthTable: { ...base.growthTable, fromPrompt: 'Choose the quarter to start from.' },
  targets: { ...base.targets, period: 'This quarter' },
  analysis: {
    ...base.analysis,
    comparisons: { previous: 'previous quarter', year: 'a year earlier' },
    prompt: 'Choose what the quarter in focus is compared with.',
  },
  planning: {
    ...base.planning,
    hint: 'Proposed; type your own. Stated target, else what the year still needs, else last year’s quarter with this year’s growth.',
    note: base.planning.note.replace('months', 'quarters'),
  },
  charts: {
    ...base.charts,
    months: 'Amount by quarter',
    monthsAlt: 'Columns: the amount of each quarter beside the same quarter a year earlier',
  },
  prose: {
    ...base.prose,
    change: {
      up: 'up {rate} on the quarter',
      down: 'down {rate} on the quarter',
      flat: 'level on the quarter',
      none: 'with nothing to compare a quarter before',
    },
    growth: base.prose.growth.replace('monthly', 'quarterly'),
    growthOne: 'Growth needs a quarter before {to} to start from.',
    average: {
      up: 'on average up {rate} a quarter',
      down: 'on average down {rate} a quarter',
      flat: 'on average level',
      none: 'with no average rate',
    },
    targets: {
      ...base.prose.targets,
      period: 'The quarter reached {rate} of its target ({actual} of {target}).',
      periodNone: 'There is no target for this quarter.',
      still: '; each of the remaining {n} quarters needs {each} to close the {missing} gap.',
    },
  },
  highlights: {
    ...base.highlights,
    months: 'Quarters',
    newest: 'Newest quarter',
    monthColumns: (d) => `${d.count} period columns`,
  },
};
