import type { PlanCell, SheetPlan, TableColumn } from '../../plan/types';
import { MONEY } from '../expressions';
import { thisRow } from '../formula';
import { Page } from '../page';
import { SHOWN_RATE, type CheckContext } from './context';
import { KEY_STEP } from './standards';

const HEADER_ROW = 3;
const WIDTHS = [8, 18, 14, 16, 10, 14, 16, 18];

/** The tiers that the rows look their amounts up in. */
export function standardsSheet({ t, sheets, tables, lines }: CheckContext): SheetPlan {
  const { columns: headers, note } = t.standards;
  const page = new Page(
    WIDTHS.length,
    WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  page.line(sheets.standards, 'title', 34);
  page.note(note);
  const source = (id: keyof typeof headers, more: Partial<TableColumn>): TableColumn => ({
    id,
    header: headers[id],
    entry: 'source',
    ...more,
  });
  const money = { format: MONEY, style: 'number' } as const;
  const own = (id: keyof typeof headers): string => thisRow(tables.standards, headers[id]);
  return {
    role: 'standards',
    name: sheets.standards,
    blocks: page.blocks,
    tables: [
      {
        role: 'check-rates',
        name: tables.standards,
        at: { row: HEADER_ROW, column: 0 },
        columns: [
          source('number', { format: '0', style: 'number' }),
          source('version', { style: 'text' }),
          source('role', { style: 'text' }),
          source('from', money),
          source('rate', { format: SHOWN_RATE, style: 'number' }),
          source('base', money),
          source('deduction', money),
          {
            id: 'key',
            header: headers.key,
            format: '0.00',
            style: 'key',
            entry: 'computed',
            formula: `=${own('number')}*${KEY_STEP}+${own('from')}`,
          },
          { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
        ],
        rows: lines.standards.map(({ number, version, role, from, rate, base, deduction }): PlanCell[] => [
          number,
          version,
          role,
          from,
          rate,
          base,
          deduction,
          null,
          null,
        ]),
        keys: lines.standards.map(({ number, from }) => `${number}/${from}`),
      },
    ],
    charts: [],
    validations: [],
    conditionalFormats: [],
    widths: [...WIDTHS, 12],
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    gridlines: false,
    print: {
      orientation: 'portrait',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: { row: 0, column: 0, rows: HEADER_ROW + 1 + lines.standards.length, columns: 7 },
      footer: t.footer,
    },
  };
}
