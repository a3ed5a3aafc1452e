import { columnLetter } from '../domain/address';
import { headerText } from './headertext';
import { measureBeside, periodOf, type PeriodWord } from './periods';
import { profileColumn, type Profile } from './profile';
import { totalKind } from './rows';
import type { FoundTable } from './tables';
import { halfWidth } from './text';
import { headerUnit, unitOf, type Unit } from './units';
import type { SheetView } from './view';
import { matchWords, type WordMatch } from './words';

/** Everything about a column that meaning is decided from. */
export interface ColumnFacts {
  readonly column: number;
  /** The sheet's own letter of the column. */
  readonly letter: string;
  readonly header: string;
  /** The last part of the header: the column's own name under its group's. */
  readonly leaf: string;
  readonly words: WordMatch | null;
  readonly profile: Profile;
  readonly period: PeriodWord | null;
  /** The measure's name where the period stands in the other part of the header (1月|收入). */
  readonly measure: string;
  readonly total: boolean;
  readonly unit: Unit | null;
}

/** Names so general that the group above them says what they are of. */
const GENERAL =
  /^(?:日期|时间|姓名|名称|编号|编码|号码|金额|数量|人|人员|部门|单位|电话|地址|内容|情况|结果|状态|事项|类型|类别|级别|方式|次数|目标|完成|计划|实际|date|time|name|id|no|number|amount|qty|type|status|by|on)$/i;

function wordsOf(header: string): WordMatch | null {
  const parts = header.split('|').map((part) => part.trim());
  const leaf = parts.at(-1) ?? '';
  if (leaf === '') return null;
  const own = matchWords(leaf);
  const group = parts.slice(0, -1).join('');
  if (group === '' || (own && own.confidence >= 0.8 && !GENERAL.test(halfWidth(leaf).replace(/\s/g, ''))))
    return own;
  const together = matchWords(group + leaf);
  if (together && together.confidence >= 0.8 && together.meanings[0] !== 'none') return together;
  return own ?? together;
}

function periodIn(
  view: SheetView,
  table: FoundTable,
  column: number,
  header: string,
): { period: PeriodWord | null; measure: string } {
  if (!table.header) return { period: null, measure: '' };
  const parts = header.split('|');
  let period: PeriodWord | null = null;
  let year: number | null = null;
  let measure = '';
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const row = table.header.last;
    const raw =
      index === parts.length - 1 && typeof view.at(row, column) === 'number'
        ? view.at(row, column)
        : (parts[index] ?? '');
    const word = periodOf(raw, view.dated(row, column));
    if (!word) {
      if (period === null && measure === '') measure = parts[index] ?? '';
      continue;
    }
    if (period === null) {
      period = word;
      if (measure === '') measure = measureBeside(parts[index] ?? '');
    } else if (word.months >= 12 || period.months < word.months) year = word.year ?? year;
  }
  if (period && period.year === null && year !== null) period = { ...period, year };
  return { period, measure: period ? measure : '' };
}

/** Facts of every column of a table. Periods count only where at least two columns name different ones. */
export function columnFacts(view: SheetView, table: FoundTable): ColumnFacts[] {
  const raw = table.columns.map((column) => {
    const header = table.header ? headerText(view, table.header, column) : '';
    const profile = profileColumn(view, table, column);
    const leaf = header.split('|').at(-1)?.trim() ?? '';
    const { period, measure } = periodIn(view, table, column, header);
    const unitCell = table.unitRow === null ? '' : String(view.at(table.unitRow, column));
    const unit =
      (unitCell === '' ? null : unitOf(unitCell.replace(/^[(（]|[)）]$/g, ''))) ?? headerUnit(header);
    const letter = columnLetter(view.grid.origin.column + column);
    return {
      column,
      letter,
      header,
      leaf,
      words: wordsOf(header),
      profile,
      period,
      measure,
      total: false,
      unit,
    };
  });
  raw.forEach((facts, index) => {
    const [before, own] = [raw[index - 1]?.period, facts.period];
    // 2024.10 loses its zero as a number; it follows September.
    if (!own || own.month !== 1 || !before || before.month !== 9 || before.year !== own.year) return;
    if (/\.1$/.test(facts.header)) raw[index] = { ...facts, period: { ...own, month: 10 } };
  });
  const valued = raw.filter((facts) => facts.period !== null && measures(facts.profile));
  const distinct = new Set(
    valued.map(
      (facts) => `${facts.period?.year ?? ''}/${facts.period?.month ?? ''}/${facts.period?.months ?? ''}`,
    ),
  );
  const wide = distinct.size >= 2;
  const months = new Set(
    valued.filter((facts) => facts.period?.months === 1).map((facts) => facts.period?.month),
  );
  return raw.map((facts) => {
    const inWide = wide && facts.period !== null && measures(facts.profile);
    if (!inWide) {
      return {
        ...facts,
        period: null,
        measure: '',
        total: wide && facts.header.split('|').some(totalKindOf) && measures(facts.profile),
      };
    }
    return { ...facts, total: sumsMonths(facts.period, months) };
  });
}

function measures(profile: Profile): boolean {
  return profile.filled === 0 || profile.number >= 0.5;
}

function totalKindOf(leaf: string): boolean {
  return (
    totalKind(leaf) !== null ||
    /^(?:总量|總量|全年|年度|全年合计|年累计|累计|ytd|full\s?year|year\s?total|fy)$/i.test(
      halfWidth(leaf).trim(),
    )
  );
}

/** A quarter, half or year whose months have columns of their own is a sum of them. */
function sumsMonths(period: PeriodWord | null, months: ReadonlySet<number | undefined>): boolean {
  if (period === null || period.months === 1) return false;
  for (let month = period.month; month < period.month + period.months; month += 1) {
    if (!months.has(month)) return false;
  }
  return true;
}
