import type { ColumnFacts } from './columns';
import { periodStart } from './periods';
import type { ColumnReading, Field } from './types';
import { matchWords } from './words';

/** A total column of a wide table and the period columns that it sums up. */
export interface PeriodGroup {
  readonly total: ColumnReading;
  readonly parts: readonly ColumnReading[];
}

function groupName(column: ColumnReading): string {
  const parts = column.header.split('|');
  return parts.slice(0, -1).join('|');
}

/**
 * Total columns with their parts. A quarter sums up its months; a plain total those periods since the table's left that
 * share its group's name (or all, where groups name none of them).
 */
export function periodGroups(columns: readonly ColumnReading[]): PeriodGroup[] {
  const plain = columns.filter((column) => column.period !== undefined && column.total !== true);
  const groups: PeriodGroup[] = [];
  for (const total of columns) {
    if (total.total !== true) continue;
    if (total.period) {
      const { start, months } = total.period;
      const parts = plain.filter(
        (part) =>
          part.period &&
          part.period.months === 1 &&
          part.period.start >= start &&
          part.period.start < start + months * 30.6,
      );
      if (parts.length === months) groups.push({ total, parts });
      continue;
    }
    const left = plain.filter((part) => part.column < total.column);
    const same = left.filter((part) => groupName(part) === groupName(total));
    const parts = same.length >= 2 ? same : left;
    const spans = new Set(parts.map((part) => part.period?.months));
    const starts = new Set(parts.map((part) => part.period?.start));
    // Two measures a month, or months beside quarters, do not simply add up.
    if (parts.length >= 2 && spans.size === 1 && starts.size === parts.length) groups.push({ total, parts });
  }
  return groups;
}

/** What the figures of wide columns are, where words say so: their own sub-header first, then the title. */
export function measureField(facts: ColumnFacts, names: string): Field | null {
  const own = facts.measure === '' ? null : matchWords(facts.measure);
  const meaning = own && own.confidence >= 0.8 ? own.meanings[0] : undefined;
  if (meaning !== undefined) return meaning === 'none' ? null : meaning;
  if (facts.measure !== '') return null;
  if (/用户|户数|到达|净增|考勤|完成率|占比|subscriber|attendance/i.test(names)) return null;
  if (/提成|佣金|commission/i.test(names)) return 'commission';
  if (/目标|任务|指标|预算|target|quota|budget/i.test(names)) return null;
  if (/销量|订货量|销售量|件数|条数|箱|数量|quantity|units/i.test(names)) return 'quantity';
  if (/收入|出账|营收|销售额|业绩|業績|revenue|sales|billing/i.test(names)) return 'revenue';
  return null;
}

export interface PeriodSpan {
  readonly start: number;
  readonly months: number;
}

/** The serial of a period's first day; a year that is nowhere said leaves the period out. */
export function periodSpan(facts: ColumnFacts, year: number | undefined): PeriodSpan | null {
  if (!facts.period) return null;
  const known = facts.period.year ?? year;
  return known === undefined || known < 1900 || known > 9998
    ? null
    : { start: periodStart(facts.period, known), months: facts.period.months };
}
