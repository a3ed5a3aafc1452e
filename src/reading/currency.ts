import type { Findings } from './problems';
import type { FoundTable } from './tables';
import { halfWidth } from './text';
import type { ColumnReading } from './types';
import type { SheetView } from './view';

/** Signs and words of currencies, by currency; 元 and ¥ count as one, as in a sheet kept in yuan. */
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['HK$', /hk\$|hkd|港[元币]/i],
  ['NT$', /nt\$|twd|新台币/i],
  ['A$', /(?<![a-z])a\$|aud|澳元|澳币/i],
  ['S$', /(?<![a-z])s\$|sgd|新加坡元|新元|新币/i],
  ['C$', /(?<![a-z])c\$|cad|加元|加币/i],
  ['$', /us\$|usd|\$|美[元金]/i],
  ['€', /€|eur|欧元/i],
  ['£', /£|gbp|英镑/i],
  ['日元', /jpy|日[元圆币]/i],
  ['韩元', /krw|₩|韩[元币]/i],
  ['元', /[¥￥]|元|rmb|cny|人民币/i],
];

/** The currency that a text or a number format names; null where it names none. */
export function currencyOf(text: string): string | null {
  // A format names its currency and place as [$¥-804]: that dollar is no currency.
  const told = halfWidth(text).replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1');
  return CURRENCIES.find(([, sign]) => sign.test(told))?.[0] ?? null;
}

const CURRENCY_HEADER = /(?:币种|币别|货币|currency|ccy)$/i;

/** The column that says in which currency the amounts of a row are: 币种, Currency. */
export function currencyColumn<Column extends Pick<ColumnReading, 'header' | 'field'>>(
  columns: readonly Column[],
): Column | null {
  const named = ({ header, field }: Column): boolean =>
    field === null && CURRENCY_HEADER.test((header.split('|').at(-1) ?? '').trim());
  return columns.find(named) ?? null;
}

/** Amounts of two currencies in one column can't be added up: nothing is converted, but it is said. */
export function checkCurrencies(
  view: SheetView,
  table: FoundTable,
  columns: readonly { readonly reading: ColumnReading; readonly local: number }[],
  findings: Findings,
): void {
  const known = new Map<string, string | null>();
  const remembered = (text: string): string | null => {
    let currency = known.get(text);
    if (currency === undefined) known.set(text, (currency = currencyOf(text)));
    return currency;
  };
  const told = currencyColumn(columns.map(({ reading }) => reading));
  for (const { reading, local } of columns) {
    if (reading.kind !== 'money' && reading.kind !== 'number') continue;
    const firsts = new Map<string, number>();
    for (const [index, row] of table.rows.entries()) {
      const value = view.at(row, local);
      const beside = reading.kind === 'money' && value !== null && value !== '' ? told?.values[index] : null;
      // Whole columns are formatted in one currency: what the row says of its amounts goes before that.
      const currency =
        (typeof value === 'string' ? currencyOf(value) : null) ??
        (typeof beside === 'string' ? remembered(beside) : null) ??
        remembered(view.format(row, local));
      if (currency !== null && !firsts.has(currency)) firsts.set(currency, row);
    }
    const [, second] = [...firsts];
    if (!second) continue;
    const { origin } = view.grid;
    const row = second[1] + origin.row;
    findings.add({
      code: 'currency-mixed',
      row,
      column: reading.column,
      details: {
        header: reading.header,
        currencies: [...firsts.keys()].join(', '),
      },
      severity: 'warning',
    });
  }
}
