import { orderTracker } from '../../src/templates/order-tracker';
import { visitDiary } from '../../src/templates/visit-diary';
import { fileFormula } from '../../src/workbench/files/formula-text';
import { request, tableReading } from './readings';

/** Every row of a long table carries its formulas: what a file has to hold of one row, in characters. */
const MOST_A_ROW = 9500;
/** Excel takes no more than 8,192 in one formula. */
const MOST_A_FORMULA = 2000;

test.each([
  ['order-tracker', orderTracker, { 'order-date': 'contract', 'as-of': 'newest', holidays: 'china' }],
  ['visit-diary', visitDiary, { 'as-of': 'newest' }],
] as const)('formulas of the tables of %s stay short in both languages', (_id, template, options) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const blank = { ...request(tableReading('', 'other', [])), source: null };
    const plan = template.build({ ...blank, options, locale });
    for (const table of plan.sheets.flatMap(({ tables }) => tables)) {
      const written = table.columns.flatMap(({ formula }) =>
        formula === undefined
          ? []
          : [fileFormula(formula, { table: table.name, isName: () => false }).length],
      );
      expect(Math.max(0, ...written)).toBeLessThan(MOST_A_FORMULA);
      expect(written.reduce((sum, length) => sum + length, 0)).toBeLessThan(MOST_A_ROW);
    }
  }
});
