import { balance, checkFigure } from '../../../domain/claims';
import { decimalOf } from '../../../domain/money';
import { auditShares } from '../../../domain/share-audit';
import type { ColumnReading, TableReading } from '../../../reading/types';
import { columnOf, numberAt, textAt } from '../../columns';
import { isShare, ratesOf } from './columns';
import { rateProof } from './prove';
import type { CheckedClaim, How } from './types';

/**
 * Shares and net adds that a table states beside the figures that make them. Which columns those are the header does
 * not say: what reproduces most rows is taken for what was meant, and what reproduces fewer than half proves nothing.
 */

/** A longer table is a list of records, whose columns nobody reads as statements. */
const MOST_ROWS = 2000;

const NET = /净增|净减|net ?add|net ?gain/i;
const WON = /新增|发展|入网|gross ?add|new/i;
const LOST = /流失|离网|拆机|销户|注销|churn|lost|disconnect/i;

export interface OwnColumns {
  readonly checked: readonly CheckedClaim[];
  readonly unproven: number;
}

export function ownColumns(table: TableReading): OwnColumns {
  if (table.rows.length > MOST_ROWS) return { checked: [], unproven: 0 };
  const found = table.columns.flatMap((column): OwnColumns[] => {
    if (column.period || column.total) return [];
    if (isShare(column) && !table.wideMonths) return [shares(table, column)];
    return NET.test(column.header) ? [nets(table, column)] : [];
  });
  return {
    checked: found.flatMap(({ checked }) => checked),
    unproven: found.reduce((sum, { unproven }) => sum + unproven, 0),
  };
}

type Row = CheckedClaim | null;

/** The reading that reproduces most of the rows, the first of equals. */
function best(stated: number, readings: readonly Row[][]): OwnColumns {
  const fits = (rows: readonly Row[]): number =>
    rows.filter((claim) => claim !== null && claim.verdict !== 'off').length;
  const [most] = [...readings].sort((a, b) => fits(b) - fits(a));
  if (!most || fits(most) * 2 < stated) return { checked: [], unproven: stated };
  return { checked: most.filter((claim) => claim !== null), unproven: 0 };
}

function label({ header, letter }: ColumnReading): string {
  return header.split('|').at(-1) || letter;
}

function shares(table: TableReading, column: ColumnReading): OwnColumns {
  const rates = ratesOf(column);
  const measures = table.columns.filter(
    (other) => other !== column && (other.kind === 'money' || other.kind === 'number') && !isShare(other),
  );
  const groups = table.columns.filter(({ kind, field }) => kind === 'text' && field !== null);
  const readings = measures.flatMap((measure) =>
    [null, ...groups].map((group) => {
      const sums = sumsWithin(measure, group, table.rows.length);
      const how: How = {
        kind: 'column-share',
        measure: label(measure),
        within: group === null ? null : label(group),
      };
      const steps = measure.values.flatMap((value) =>
        typeof value === 'number' ? decimalOf(value).scale : [],
      );
      const step = 10 ** -Math.max(0, ...steps);
      return rates.map((rate, index): Row => {
        const part = numberAt(measure, index);
        const whole = sums[index];
        if (rate === null || part === null || !whole) return null;
        const reading = { of: how, part, whole: whole.sum, parts: 1, wholes: whole.rows, step };
        const [audit] = auditShares([reading], rate.rate, rate.decimals);
        // Shares are adjusted so that they add up to 100%: the last digit may be one off.
        const room = Math.max(audit?.room ?? 0, 1.5 * 10 ** -(rate.decimals + 2));
        if (!audit) return null;
        const proof = rateProof(rate.rate, audit.share, rate.decimals, room, null, how);
        return { ...proof, sheet: table.sheet, row: table.rows[index] ?? 0, column: column.column };
      });
    }),
  );
  return best(rates.filter((rate) => rate !== null).length, readings);
}

/** For each row the sum of the rows that say the same in the group's column; of all rows without one. */
function sumsWithin(
  measure: ColumnReading,
  group: ColumnReading | null,
  rows: number,
): { sum: number; rows: number }[] {
  const sums = new Map<string, { sum: number; rows: number }>();
  const names = Array.from({ length: rows }, (_, index) => textAt(group, index) ?? '');
  names.forEach((name, index) => {
    const known = sums.get(name) ?? { sum: 0, rows: 0 };
    sums.set(name, { sum: known.sum + (numberAt(measure, index) ?? 0), rows: known.rows + 1 });
  });
  return names.map((name) => sums.get(name) ?? { sum: 0, rows: 0 });
}

/** New less lost, closing less opening, or closing less that of the row before. */
function nets(table: TableReading, column: ColumnReading): OwnColumns {
  const won = table.columns.find(({ header }) => WON.test(header) && !NET.test(header)) ?? null;
  const lost = table.columns.find(({ header }) => LOST.test(header) && !NET.test(header)) ?? null;
  const opening = columnOf(table, ['subscribers_open']);
  const closing = columnOf(table, ['subscribers_close']);
  const pairs: { plus: ColumnReading | null; minus: ColumnReading | null; before: 0 | 1 }[] = [
    { plus: won, minus: lost, before: 0 },
    { plus: closing, minus: opening, before: 0 },
    { plus: closing, minus: closing, before: 1 },
  ];
  const stated = column.values.filter((value) => typeof value === 'number');
  const decimals = Math.max(0, ...stated.map((value) => decimalOf(Number(value)).scale));
  const readings = pairs.flatMap(({ plus, minus, before }): Row[][] => {
    if (!plus || !minus) return [];
    const how: How = { kind: 'column-net', plus: label(plus), minus: label(minus) };
    return [
      table.rows.map((row, index): Row => {
        const [value, gain, loss] = [
          numberAt(column, index),
          numberAt(plus, index),
          numberAt(minus, index - before),
        ];
        if (value === null || gain === null || loss === null) return null;
        // Some write what was lost below zero.
        const computed = balance([gain], [plus === closing ? loss : Math.abs(loss)]);
        const check = checkFigure(value, computed, decimals);
        return {
          ...{ stated: value, computed, decimals, percent: false, room: 0, gap: check.gap },
          ...{ verdict: check.verdict, subject: null, how },
          ...{ sheet: table.sheet, row, column: column.column },
        };
      }),
    ];
  });
  return best(stated.length, readings);
}
