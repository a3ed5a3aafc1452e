import type { Area } from '../domain/address';

export const ROLES = [
  'visits',
  'orders',
  'customers',
  'revenue',
  'subscribers',
  'commission',
  'targets',
  'team',
  'stock',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export const FIELDS = [
  'date',
  'month',
  'period',
  'customer',
  'customer_id',
  'contact',
  'phone',
  'address',
  'person',
  'team',
  'region',
  'class',
  'industry',
  'segment',
  'purpose',
  'content',
  'result',
  'next_step',
  'next_date',
  'channel',
  'owner',
  'due_date',
  'done_date',
  'status',
  'order_id',
  'contract_id',
  'product',
  'category',
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'cost',
  'profit',
  'stage_lead_date',
  'stage_proposal_date',
  'stage_contract_date',
  'stage_accepted_date',
  'stage_installed_date',
  'paid',
  'balance',
  'target',
  'actual',
  'rate',
  'revenue',
  'subscribers_open',
  'subscribers_close',
  'arpu',
  'base_pay',
  'commission_rate',
  'commission',
  'pay',
  'prepaid_balance',
  'contract_end',
  'subsidy_end',
  'last_use',
  'opening_stock',
  'purchased',
  'sold',
  'closing_stock',
  'note',
  'sequence',
] as const;
export type Field = (typeof FIELDS)[number];

/** A value as read: a date is a serial of the 1900 system, money is in 元, a percentage is a fraction, null is nothing readable. */
export type ReadValue = string | number | boolean | null;

/** What was found, where, and what was done about it; src/locales makes the sentence from code and details. */
export interface Problem {
  readonly code: string;
  /** Only where the cell is not on the sheet that the reader is looking at: a template's finding in a companion. */
  readonly sheet?: string;
  /** 0-based sheet row and column; a problem of the whole column has no row, of the whole table neither. */
  readonly row?: number;
  readonly column?: number;
  readonly details: Readonly<Record<string, string | number>>;
  /** 'warning' wants the person's eye; 'note' only says what was done. */
  readonly severity: 'warning' | 'note';
}

export interface SkippedRow {
  readonly row: number;
  readonly reason:
    'blank' | 'total' | 'subtotal' | 'repeated-header' | 'section' | 'note' | 'unit' | 'left-out';
}

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** What a column is, without what stands in it. */
export interface ColumnOutline {
  /** 0-based sheet column. */
  readonly column: number;
  readonly letter: string;
  /** Header rows joined by '|'; '' where the column has no header. */
  readonly header: string;
  readonly field: Field | null;
  /** 0 to 1; 1 where a person chose. */
  readonly confidence: number;
  readonly chosenBy: 'words' | 'content' | 'context' | 'person' | 'nobody';
  readonly kind: 'date' | 'number' | 'money' | 'percent' | 'id' | 'text' | 'blank';
  /** What one number of this column is worth: 10000 for 万元. */
  readonly factor: number;
  /** Only where dates were written as text with day and month in numbers. */
  readonly dateOrder?: { readonly order: DateOrder; readonly ambiguous: boolean };
  /** A wide column's month: serial of its first day, and how many months it spans (1, 3, 12). */
  readonly period?: { readonly start: number; readonly months: number };
  /** A column that sums up others (合计): never data. */
  readonly total?: boolean;
  readonly hidden?: boolean;
}

export interface ColumnReading extends ColumnOutline {
  /** Aligned with TableReading.rows. */
  readonly values: readonly ReadValue[];
}

/** What a table is, without the values: all that a person looks at and corrects before a build. */
export interface TableOutline {
  readonly sheet: string;
  /** From the first header row to the last data row. */
  readonly area: Area;
  readonly role: Role;
  readonly roleConfidence: number;
  /** First and last header row, 0-based; null where there is no header. */
  readonly headerRows: readonly [number, number] | null;
  /** 0-based sheet rows that hold data, in order. */
  readonly rows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  readonly columns: readonly ColumnOutline[];
  readonly problems: readonly Problem[];
  readonly wideMonths: boolean;
  /** Texts above the table that say what it is (title, unit, period). */
  readonly title: string;
}

export interface TableReading extends TableOutline {
  readonly columns: readonly ColumnReading[];
}

export interface SheetOutline<Table extends TableOutline = TableOutline> {
  readonly sheet: string;
  readonly tables: readonly Table[];
  /** Findings about the sheet that belong to no table (hidden, empty, errors only). */
  readonly problems: readonly Problem[];
}

export type SheetReading = SheetOutline<TableReading>;

export interface BookOutline<Table extends TableOutline = TableOutline> {
  readonly sheets: readonly SheetOutline<Table>[];
}

export type BookReading = BookOutline<TableReading>;

/** What a person decided about a table; whatever is absent is decided by reading. */
export interface TableChoices {
  readonly role?: Role;
  readonly headerRows?: readonly [number, number] | null;
  /** By header text as in ColumnReading.header (by letter for a column without header). */
  readonly fields?: Readonly<Record<string, Field | null>>;
  readonly factors?: Readonly<Record<string, number>>;
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  /** 0-based sheet rows to leave out. */
  readonly leaveOut?: readonly number[];
}

/** Remembered choices: found again by sheet name, and by the headers when the sheet was renamed or is next month's. */
export interface RememberedTable {
  readonly sheet: string;
  /** Signature of the headers, from headerSignature(). */
  readonly signature: string;
  /** Where the table began when the choices were made: header rows are found again relative to it. */
  readonly firstRow?: number;
  readonly choices: TableChoices;
}

export interface ReadingProgress {
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}
