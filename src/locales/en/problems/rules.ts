interface Cell {
  readonly sheet: string;
  readonly cell: string;
  readonly header: string;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'a number such as 4',
  money: 'an amount such as 20000',
  figure: 'a figure such as 20000 or 15%',
  percent: 'a percentage such as 15%',
  date: 'a date such as 2024-03-01',
  time: 'a time such as 14:00',
  days: 'a number of days such as 7',
};

const at = (d: Cell): string => `${d.sheet}!${d.cell} (${d.header})`;

export const ruleProblems = {
  'rule-cell-unreadable': (d: Cell & { text: string; kind: string }) =>
    `${at(d)} says "${d.text}", which could not be read. Type ${EXAMPLES[d.kind] ?? d.kind} there.`,
  'rule-cell-error': (d: Cell & { text: string }) =>
    `${at(d)} shows the error ${d.text}. Correct its formula or type the value.`,
  'rule-cell-missing': (d: Cell) => `${at(d)} is blank. Fill it in, or delete the row.`,
  'rule-percent-unclear': (d: Cell & { text: string }) =>
    `${at(d)} says ${d.text} without a percent sign. Type ${d.text}% if that is meant.`,
  'rule-date-unclear': (d: Cell & { text: string }) =>
    `${at(d)} says "${d.text}", which could be more than one day. Type it with its year first, such as 2024-03-05.`,
  'rule-choice-unknown': (d: Cell & { text: string; allowed: string }) =>
    `${at(d)} says "${d.text}". It takes one of: ${d.allowed}.`,
  'rule-setting-unknown': (d: Cell) =>
    `${d.sheet}!${d.cell}: "${d.header}" is no setting that Daybook knows, so it has no effect. Correct its name or delete the row.`,
  'rule-setting-twice': (d: Cell) =>
    `${d.sheet}!${d.cell}: "${d.header}" stands there a second time; the first one counts. Delete one of them.`,
  'rule-tables-many': (d: { used: string; others: string }) =>
    `There are several tables of these rules: ${d.used} is used, not ${d.others}.`,
};
