import type { SheetModel } from '../../model/types';
import { rangeOf } from '../cells';
import { hostClass } from '../hostClass';
import { ref } from '../ref';
import { rangeArgument } from './rangeSteps';
import { rangeAt } from '../addresses';
import { isHostObject } from '../ref';

function setBreaks(sheet: SheetModel, rows: readonly number[]): void {
  if (rows.length === 0) delete sheet.pageLayout.rowBreaks;
  else sheet.pageLayout.rowBreaks = [...new Set(rows)].sort((a, b) => a - b);
  sheet.workbook.notify({ kind: 'layout', sheet, area: null });
}

const breaksOf = ({ pageLayout }: SheetModel): readonly number[] => pageLayout.rowBreaks ?? [];

export const pageBreakCollection = hostClass('PageBreakCollection', {
  items: (sheet) => breaksOf(sheet).map((row) => ref('PageBreak', { sheet, row })),
  methods: {
    Add: (sheet, args) => {
      const { area } = isHostObject(args.values[0])
        ? rangeArgument(sheet, args, 0)
        : rangeAt(sheet.workbook, sheet, args.text(0));
      setBreaks(sheet, [...breaksOf(sheet), area.row]);
      return ref('PageBreak', { sheet, row: area.row });
    },
    RemovePageBreaks: (sheet) => setBreaks(sheet, []),
  },
});

export const pageBreak = hostClass('PageBreak', {
  scalars: {
    RowIndex: { get: ({ row }) => row },
    ColumnIndex: { get: () => 0 },
  },
  methods: {
    Delete: ({ sheet, row }) =>
      setBreaks(
        sheet,
        breaksOf(sheet).filter((other) => other !== row),
      ),
    GetCellAfterBreak: ({ sheet, row }) => rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 }),
  },
});
