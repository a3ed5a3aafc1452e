/** What tables of rules are called on any sheet. */
export const rules = {
  mark: 'Row mark',
  /** Heads a column of marks that are not shown. */
  unseenMark: '·',
  settings: { setting: 'Setting', value: 'Value', explanation: 'What it means' },
  /** Other headers that people give to such tables. */
  spellings: {
    setting: ['Term', 'Parameter', 'Rule', 'Item', 'Option'] as readonly string[],
    value: ['Values', 'Content', 'Choice'] as readonly string[],
  },
};
