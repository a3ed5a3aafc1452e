import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkbook } from '../../../src/workbench/model';
import { parseAreaAddress } from '../../../src/workbench/model/address';
import type { CellValue } from '../../../src/workbench/model/types';

interface CaseFile {
  readonly about: string;
  readonly cells: Readonly<Record<string, string | number | boolean | null>>;
  readonly cases: readonly (readonly [formula: string, expected: string | number | boolean])[];
}

const folder = join(__dirname, 'cases');
const files = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFile,
);

const shown = (value: CellValue): unknown =>
  typeof value === 'object' && value !== null ? value.error : value;

describe.each(files)('$about', ({ cells, cases }) => {
  const book = createWorkbook({ locale: 'zh-CN' });
  const sheet = book.activeSheet;
  for (const [address, value] of Object.entries(cells)) {
    const at = parseAreaAddress(address);
    if (!at) throw new Error(`no cell: ${address}`);
    // Numbers typed as text stay text: the cases say what a cell holds, not what was typed.
    const isError = typeof value === 'string' && value.startsWith('#');
    sheet.setValues(at, [[isError ? { error: '#N/A' } : value]]);
  }

  test.each(cases)('%s', (formula, expected) => {
    sheet.setInputs({ row: 0, column: 25 }, [[formula]]);
    const value = shown(sheet.value(0, 25));
    sheet.clear({ row: 0, column: 25, rows: 1, columns: 1 }, 'contents');
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 9);
    else expect(value).toBe(expected);
  });
});
