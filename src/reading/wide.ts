import { addMonths, dateOf } from '../domain/dates';
import type { ColumnFacts } from './columns';
import { periodOf, periodStart } from './periods';
import type { ColumnReading, Field } from './types';
import { matchWords } from './words';

/** A total column of a wide table and the stretches of period columns that it may sum up. */
export interface PeriodGroup {
  readonly total: ColumnReading;
  readonly options: readonly (readonly ColumnReading[])[];
}

function groupName(column: ColumnReading): string {
  const parts = column.header.split('|');
  return parts.slice(0, -1).join('|');
}

/** Columns that draw months together without adding them up. */
const NO_SUM = /平均|均值|最高|最低|最大|最小|average|avg|mean|max|min/i;
const SUM_WORDS = /合计|合計|小计|小計|总计|總計|累计|累計|汇总|total|sum/gi;

/** The months that a total names itself: 一季度合计, 上半年小计, or the period of its own column. */
function ownMonths(total: ColumnReading, plain: readonly ColumnReading[]): readonly ColumnReading[] {
  const word = periodOf(total.header.split('|').join('').replace(SUM_WORDS, ''), false);
  const first = plain[0]?.period?.start;
  const year = first === undefined ? null : dateOf(first).year;
  const start = total.period?.start ?? (word && year !== null ? periodStart(word, year) : null);
  const months = total.period?.months ?? word?.months;
  if (start === null || months === undefined || months === 1) return [];
  const end = addMonths(start, months);
  const parts = plain.filter(
    ({ period }) => period && period.months === 1 && period.start >= start && period.start < end,
  );
  return parts.length === months ? parts : [];
}

/** Total columns with the months that they can be the sum of. */
export function periodGroups(columns: readonly ColumnReading[]): PeriodGroup[] {
  const plain = columns.filter((column) => column.period !== undefined && column.total !== true);
  const groups: PeriodGroup[] = [];
  let previous = -1;
  for (const total of columns) {
    if (total.total !== true || NO_SUM.test(total.header)) continue;
    const own = ownMonths(total, plain);
    const left = plain.filter((part) => part.column < total.column);
    const candidates =
      own.length > 0
        ? [own]
        : [
            left.filter((part) => groupName(part) === groupName(total)),
            left.filter((part) => part.column > previous),
            left,
          ];
    previous = total.column;
    // Two measures a month, or months beside quarters, do not simply add up.
    const options = candidates.filter(
      (parts) =>
        parts.length >= 2 &&
        new Set(parts.map((part) => part.period?.months)).size === 1 &&
        new Set(parts.map((part) => part.period?.start)).size === parts.length,
    );
    if (options.length > 0) groups.push({ total, options });
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
  if (/目标|任务|指标|预算|target|quota|budget/i.test(names)) {
    return /完成|实际|actual|attain/i.test(names) ? null : 'target';
  }
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
