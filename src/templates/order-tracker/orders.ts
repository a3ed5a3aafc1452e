import { isSerial } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import { PAPERS, type Paper } from '../../domain/orders/papers';
import { STAGES, stageSlip, type Stage } from '../../domain/orders/stages';
import { fingerprint } from '../../plan/fingerprint';
import type { Problem, ReadValue, TableReading } from '../../reading/types';
import { cellOf, columnName, numberAt, textAt } from '../columns';
import { rowFinding } from '../findings';
import { RowKeys } from '../keys';
import { unreadColumns } from '../unread';
import { countAt, orderColumns, type OrderColumns } from './source-columns';

/** One order as the sheets tell it. */
export interface SourceOrder {
  readonly orderId: string | null;
  readonly contractId: string | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly product: string | null;
  /** In 分. */
  readonly cents: number | null;
  readonly status: string | null;
  readonly promised: number | null;
  readonly note: string | null;
  readonly dates: Readonly<Partial<Record<Stage, number>>>;
  readonly papers: Readonly<Partial<Record<Paper, string | number | boolean>>>;
  readonly paperCount: number | null;
  /** Where it was read: 'Sheet!B12', and the further sheets that it stands on. */
  readonly origin: string;
  /** Stable over rebuilds, unique. */
  readonly key: string;
}

export interface SourceOrders {
  readonly orders: readonly SourceOrder[];
  /** Which kinds of columns any of the sheets has. */
  readonly has: Readonly<Record<TextColumn | 'cents' | 'promised' | 'paperCount', boolean>>;
  readonly stages: readonly Stage[];
  readonly papers: readonly Paper[];
  readonly findings: readonly Problem[];
}

/** A row in which one of these says something is an order. */
const NAMING_COLUMNS = ['orderId', 'contractId', 'customer', 'person', 'product'] as const;
type TextColumn = (typeof NAMING_COLUMNS)[number] | 'status' | 'note';

type Draft = { -readonly [Key in keyof Omit<SourceOrder, 'key' | 'dates' | 'papers'>]: SourceOrder[Key] } & {
  dates: Partial<Record<Stage, number>>;
  papers: Partial<Record<Paper, string | number | boolean>>;
  /** Of the line that it was read from first, for telling copies from further lines. */
  readonly line: string;
  readonly table: TableReading;
  readonly columns: OrderColumns;
  readonly row: number;
};

/** Reads the tables as orders: lines of one order become one row, a number that stands on another sheet as well is filled in. */
export function readOrders(tables: readonly TableReading[], dateMeans: Stage | null): SourceOrders {
  const reader = new OrderReader();
  const columns = tables.map((table) => orderColumns(table, dateMeans));
  tables.forEach((table, index) => {
    const { stages, papers, ...others } = columns[index] as OrderColumns;
    const taken = [...Object.values(stages), ...Object.values(papers), ...Object.values(others)];
    const unread = unreadColumns(table, taken);
    if (unread) reader.findings.push(unread);
    reader.read(table, columns[index] as OrderColumns);
  });
  const anyOf = (of: (columns: OrderColumns) => unknown): boolean =>
    columns.some((each) => Boolean(of(each)));
  return {
    orders: reader.orders(),
    has: {
      orderId: anyOf((each) => each.orderId),
      contractId: anyOf((each) => each.contractId),
      customer: anyOf((each) => each.customer),
      person: anyOf((each) => each.person),
      product: anyOf((each) => each.product),
      status: anyOf((each) => each.status),
      note: anyOf((each) => each.note),
      cents: anyOf((each) => each.amount),
      promised: anyOf((each) => each.promised),
      paperCount: anyOf((each) => each.paperCount),
    },
    stages: STAGES.filter((stage) => anyOf((each) => each.stages[stage])),
    papers: PAPERS.filter((paper) => anyOf((each) => each.papers[paper])),
    findings: reader.findings,
  };
}

class OrderReader {
  readonly findings: Problem[] = [];
  private readonly drafts: Draft[] = [];
  private readonly byNumber = new Map<string, Draft>();
  private joined = 0;
  private filled = 0;

  read(table: TableReading, columns: OrderColumns): void {
    table.rows.forEach((_, index) => {
      const draft = draftOf(table, columns, index);
      if (draft === null) return;
      const number = draft.orderId ?? draft.contractId;
      const known = number === null ? undefined : this.find(draft);
      if (!known) this.add(draft);
      else if (known.customer !== null && draft.customer !== null && known.customer !== draft.customer) {
        this.report('order-number-shared', draft, { id: number ?? '', customer: known.customer });
        this.drafts.push(draft);
      } else if (known.table !== table) this.fill(known, draft);
      else if (known.line === draft.line) this.report('order-copied', draft, { id: number ?? '' });
      else this.join(known, draft);
    });
  }

  private find(draft: Draft): Draft | undefined {
    return [draft.orderId, draft.contractId]
      .flatMap((id) => (id === null ? [] : [this.byNumber.get(id)]))
      .find((known) => known !== undefined);
  }

  private add(draft: Draft): void {
    this.drafts.push(draft);
    for (const id of [draft.orderId, draft.contractId]) {
      if (id !== null && !this.byNumber.has(id)) this.byNumber.set(id, draft);
    }
  }

  /** The same order on another sheet: what is not known yet comes from there. */
  private fill(known: Draft, other: Draft): void {
    this.filled++;
    known.dates = { ...other.dates, ...known.dates };
    known.papers = { ...other.papers, ...known.papers };
    known.orderId ??= other.orderId;
    known.contractId ??= other.contractId;
    known.customer ??= other.customer;
    known.person ??= other.person;
    known.product ??= other.product;
    known.status ??= other.status;
    known.note ??= other.note;
    known.cents ??= other.cents;
    known.promised ??= other.promised;
    known.paperCount ??= other.paperCount;
    known.origin += `, ${other.origin}`;
  }

  /** One more line of an order: a stage is reached when all lines have reached it. */
  private join(known: Draft, line: Draft): void {
    this.joined++;
    for (const stage of STAGES) {
      const [a, b] = [known.dates[stage], line.dates[stage]];
      if (a === undefined || b === undefined) delete known.dates[stage];
      else known.dates[stage] = Math.max(a, b);
    }
    if (line.cents !== null) known.cents = (known.cents ?? 0) + line.cents;
    const products = (known.product ?? '').split('、').filter((name) => name !== '');
    if (line.product !== null && !products.includes(line.product)) {
      known.product = [...products, line.product].join('、').slice(0, 200);
    }
  }

  private report(code: string, draft: Draft, details: Problem['details']): void {
    const column = draft.columns.orderId ?? draft.columns.contractId;
    this.findings.push(rowFinding(code, draft.table, draft.row, column, details));
  }

  orders(): SourceOrder[] {
    if (this.joined > 0) this.note('order-lines-joined', { rows: this.joined });
    if (this.filled > 0) this.note('orders-filled', { rows: this.filled });
    const keys = new RowKeys(this.drafts.map(({ orderId, contractId }) => orderId ?? contractId));
    return this.drafts.map((order): SourceOrder => {
      const { line, table, columns, row, customer } = order;
      const number = order.orderId ?? order.contractId;
      const slip = stageSlip(order.dates);
      if (slip) {
        const [later, earlier] = [columns.stages[slip.stage], columns.stages[slip.before]];
        this.findings.push(
          rowFinding('stage-dates-slip', table, row, later, {
            stage: later ? columnName(later) : '',
            before: earlier ? columnName(earlier) : '',
          }),
        );
      }
      return {
        orderId: order.orderId,
        contractId: order.contractId,
        customer: order.customer,
        person: order.person,
        product: order.product,
        cents: order.cents,
        status: order.status,
        promised: order.promised,
        note: order.note,
        dates: order.dates,
        papers: order.papers,
        paperCount: order.paperCount,
        origin: order.origin,
        // Customers who share a number are told apart by their names.
        key: keys.key(number, () => (number === null ? line : (customer ?? line))),
      };
    });
  }

  private note(code: string, details: Problem['details']): void {
    this.findings.push({ code, details, severity: 'note' });
  }
}

function draftOf(table: TableReading, columns: OrderColumns, index: number): Draft | null {
  const texts: Record<TextColumn, string | null> = {
    orderId: textAt(columns.orderId, index),
    contractId: textAt(columns.contractId, index),
    customer: textAt(columns.customer, index),
    person: textAt(columns.person, index),
    product: textAt(columns.product, index),
    status: textAt(columns.status, index),
    note: textAt(columns.note, index),
  };
  const dates: Partial<Record<Stage, number>> = {};
  for (const stage of STAGES) {
    const column = columns.stages[stage];
    if (!column) continue;
    const date = numberAt(column, index);
    if (date !== null && date >= 1 && isSerial(date)) dates[stage] = date;
  }
  const papers: Partial<Record<Paper, string | number | boolean>> = {};
  for (const paper of PAPERS) {
    const column = columns.papers[paper];
    if (!column) continue;
    const value = paperAt(column.values[index] ?? null);
    if (value !== null) papers[paper] = value;
  }
  const yuan = numberAt(columns.amount, index);
  const known = NAMING_COLUMNS.some((name) => texts[name] !== null);
  if (!known && Object.keys(dates).length === 0) return null;
  const promised = numberAt(columns.promised, index);
  const anchor = columns.orderId ?? columns.contractId ?? columns.customer ?? table.columns[0];
  // Each by its name: properties set after a spread take several times as long, fifty thousand times.
  return {
    orderId: texts.orderId,
    contractId: texts.contractId,
    customer: texts.customer,
    person: texts.person,
    product: texts.product,
    status: texts.status,
    note: texts.note,
    cents: yuan === null ? null : centsOf(yuan),
    promised: promised !== null && isSerial(promised) ? promised : null,
    dates,
    papers,
    paperCount: countAt(columns.paperCount?.values[index] ?? null),
    origin: anchor ? `${table.sheet}!${cellOf(table, anchor, index)}` : table.sheet,
    line: lineOf(texts, yuan, dates),
    table,
    columns,
    row: index,
  };
}

function lineOf(
  { customer, person, product }: Record<TextColumn, string | null>,
  yuan: number | null,
  dates: Partial<Record<Stage, number>>,
): string {
  return fingerprint(
    ['customer', 'person', 'product', 'amount', 'first'],
    [customer, person, product, yuan, Object.values(dates)[0] ?? null],
  );
}

function paperAt(value: ReadValue): string | number | boolean | null {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}
