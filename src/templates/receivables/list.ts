import { yuanOf } from '../../domain/money';
import { texts, type Locale, type Texts } from '../../locales';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { cell, DAY, formula, MONEY } from '../expressions';
import { literal, sentence, tableColumn, thisRow } from '../formula';
import { listHead } from '../list-head';
import { ListFields, listSheet, placeOf, type ListField } from '../list-sheet';
import type { Debt } from './debts';
import { rateRules } from './rates';
import { bucketRules } from './rules';

export type DebtTexts = Texts['catalog']['receivables'] & Texts['templates']['receivables'];

export function debtTexts(locale: Locale): DebtTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['receivables'], ...templates['receivables'] };
}

export interface DebtContext {
  readonly t: DebtTexts;
  readonly locale: Locale;
  readonly table: string;
  /** The table of buckets. */
  readonly buckets: string;
  readonly asOf: string;
  /** Where amounts are in several currencies: what the sums are in, and the table of rates. */
  readonly rates: { readonly home: string; readonly table: string } | null;
}

export type ColumnId = keyof DebtTexts['columns'];

const AMOUNT = `${MONEY}_)_)`;

export function column({ t, table }: DebtContext, id: ColumnId): string {
  return tableColumn(table, t.columns[id]);
}

function own({ t, table }: DebtContext, id: ColumnId): string {
  return thisRow(table, t.columns[id]);
}

function bucketColumn({ locale, buckets }: DebtContext, id: string): string {
  return tableColumn(buckets, bucketRules.columns.find((each) => each.id === id)?.headers[locale][0] ?? id);
}

function rateColumn({ locale, rates }: DebtContext, id: string): string {
  const header = rateRules.columns.find((each) => each.id === id)?.headers[locale][0] ?? id;
  return tableColumn(rates?.table ?? '', header);
}

/** The rate of the row's currency; 0 as long as nobody typed it. */
function rateOf(context: DebtContext, home: string): string {
  const currency = own(context, 'currency');
  const rate = `INDEX(${rateColumn(context, 'rate')},MATCH(${currency},${rateColumn(context, 'currency')},0))`;
  return `IF(OR(${currency}="",${currency}=${literal(home)}),1,IFERROR(N(${rate}),0))`;
}

/** What is typed as received since counts at once. */
function fieldsOf(context: DebtContext): ListField<Debt>[] {
  const { t } = context;
  const list = new ListFields<Debt, ColumnId>(t.columns);
  const yuan = (cents: number | null): PlanCell => (cents === null ? null : yuanOf(cents));
  const [due, open, age] = [own(context, 'due'), own(context, 'open'), own(context, 'age')];
  const at = `MATCH(${age},${bucketColumn(context, 'from')},1)`;
  const owed = `N(${open})>0`;
  const { rates } = context;
  const unconverted = rates ? `IF(${own(context, 'rate')}=0,${literal(t.unconverted)},"")` : '""';
  const bucket =
    `IF(N(${open})=0,${unconverted},IF(NOT(ISNUMBER(${age})),${literal(t.undated)},IF(${age}<0,${literal(t.notDue)},` +
    `IFERROR(INDEX(${bucketColumn(context, 'label')},${at}),""))))`;
  const action = `IF(AND(${owed},ISNUMBER(${age})),IF(${age}<0,"",IFERROR(INDEX(${bucketColumn(context, 'action')},${at})&"","")),"")`;
  const rank = `IF(AND(${owed},ISNUMBER(${age})),IF(${age}<0,"",IFERROR(${at},0)*1E9+ROUND(${open},2)-ROW()/1E5),"")`;
  const balance = own(context, 'balance');
  const stated = `IF(ISNUMBER(${balance}),${balance},N(${own(context, 'amount')})-N(${own(context, 'paid')}))`;
  const left = `${stated}-N(${own(context, 'received')})`;
  const openAmount = `ROUND(${rates ? `(${left})*${own(context, 'rate')}` : left},2)`;
  return [
    list.source('number', 15, ({ number }) => number),
    list.source('customer', 24, ({ customer }) => customer),
    list.source('person', 10, ({ person }) => person),
    ...(rates ? [list.source('currency', 7, ({ currency }) => currency ?? rates.home)] : []),
    list.source('amount', 14, ({ amount }) => yuan(amount), AMOUNT),
    list.source('paid', 14, ({ paid }) => yuan(paid), AMOUNT),
    list.source('balance', 14, (debt) => yuan(debt.balance), AMOUNT),
    list.typed('received', 13, AMOUNT),
    list.computed(
      'open',
      14,
      `IF(${own(context, 'customer')}&${own(context, 'number')}&${balance}="","",${openAmount})`,
      AMOUNT,
    ),
    list.source('due', 12, (debt) => debt.due, DAY),
    list.computed(
      'age',
      9,
      `IF(AND(ISNUMBER(${due}),${open}<>""),INT(${context.asOf})-INT(${due}),"")`,
      '0_)_)',
    ),
    list.computed('bucket', 10, bucket),
    list.computed('action', 16, action),
    list.typed('promised', 12, DAY),
    list.typed('remark', 20),
    list.helper('rank', rank),
    ...(rates ? [list.helper('rate', rateOf(context, rates.home))] : []),
    list.origin('origin', 16, ({ origin }) => origin),
    list.mark(),
  ];
}

export interface ListNotes {
  readonly name: string;
  readonly source: string | null;
  readonly asOf: number | null;
  /** How many ages there are. */
  readonly buckets: number;
}

/** One row an amount owed, with its age and what is to be done. */
export function debtSheet(context: DebtContext, debts: readonly Debt[], notes: ListNotes): SheetPlan {
  const { t } = context;
  const fields = fieldsOf(context);
  const page = listHead(placeOf(fields, 'rank'), {
    t,
    about: notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, debts: debts.length }),
    asOf: cell(notes.asOf ?? formula('TODAY()'), 'input', DAY),
    summary: summary(context),
  });
  return listSheet<Debt, ColumnId>({
    role: 'list',
    name: notes.name,
    page,
    table: { role: 'debts', name: context.table },
    fields,
    rows: debts,
    keyOf: ({ key }) => key,
    printedBefore: 'rank',
    frozenColumns: 2,
    footer: t.footer,
    dress({ area, cell: at }) {
      // The rank begins with the bucket's place.
      const rank = at('rank');
      const from = (bucket: number): string => `=AND(ISNUMBER(${rank}),${rank}>=${bucket}*1E9-1)`;
      return {
        conditionalFormats: [
          { area: area('age', 3), formula: from(notes.buckets), style: 'alert' },
          { area: area('age', 3), formula: from(2), style: 'negative' },
        ],
      };
    },
  });
}

function summary(context: DebtContext): string {
  const [open, age] = [column(context, 'open'), column(context, 'age')];
  const { t, rates } = context;
  const unconverted = `COUNTIF(${column(context, 'bucket')},${literal(t.unconverted)})`;
  return sentence(rates ? `${t.summary}${t.summaryUnconverted}` : t.summary, {
    ...(rates && { unconverted }),
    all: `COUNTIF(${open},"<>0")-COUNTIF(${open},"")`,
    open: `TEXT(SUM(${open}),"${MONEY}")`,
    overdue: `TEXT(SUMIFS(${open},${age},">=0"),"${MONEY}")`,
  });
}
