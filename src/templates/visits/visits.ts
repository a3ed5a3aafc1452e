import type { Position } from '../../domain/address';
import { isSerial } from '../../domain/dates';
import { fingerprint } from '../../plan/fingerprint';
import type { PlanCell } from '../../plan/types';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import { RowKeys } from '../keys';
import { unreadColumns } from '../unread';

/** What a diary takes from a visit sheet as text. */
export const TEXTS = [
  'contact',
  'phone',
  'channel',
  'purpose',
  'content',
  'result',
  'nextStep',
  'owner',
  'department',
  'opinion',
  'note',
] as const;
export type VisitText = (typeof TEXTS)[number];
export const DATES = ['nextDate', 'due'] as const;
export type VisitDate = (typeof DATES)[number];

/** One visit as the sheet tells it. */
export interface Visit {
  /** Serial of the day; null where it can't be read. */
  readonly date: number | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly texts: Readonly<Record<VisitText, string | null>>;
  readonly dates: Readonly<Record<VisitDate, number | null>>;
  /** What is still to be done, or was; null where nothing is owed. */
  readonly item: string | null;
  /** Day it was settled, or the sheet's own word for it; null while it is open. */
  readonly closed: PlanCell;
  readonly region: string | null;
  readonly class: string | null;
  readonly sheet: string;
  readonly at: Position;
  /** Stable over rebuilds, unique. */
  readonly key: string;
}

/** Which columns of the diary the sheets fill; the others are typed. */
export interface Filled {
  readonly texts: ReadonlySet<VisitText>;
  readonly dates: ReadonlySet<VisitDate>;
  readonly items: boolean;
}

export interface ReadVisits {
  readonly visits: readonly Visit[];
  readonly filled: Filled;
  /** Rows that say neither who was visited nor when. */
  readonly leftOut: number;
  readonly findings: readonly Problem[];
}

const TEXT_FIELDS: Readonly<Record<Exclude<VisitText, 'opinion'>, readonly Field[]>> = {
  contact: ['contact'],
  phone: ['phone'],
  channel: ['channel'],
  purpose: ['purpose'],
  content: ['content'],
  result: ['result'],
  nextStep: ['next_step'],
  owner: ['owner'],
  department: ['team'],
  note: ['note'],
};
const DATE_FIELDS: Readonly<Record<VisitDate, readonly Field[]>> = {
  nextDate: ['next_date'],
  due: ['due_date'],
};

/** A column of what is owed to the customer: what stands in it is chased, whoever is to see to it. */
const OWED =
  /待办|督办|遗留|未决|[待未]解决|待处理|待协调|to.?do|open (?:item|issue)|action item|outstanding/i;
/** What the manager in charge says to a visit. */
const OPINION =
  /(?:主管|领导|负责人|经理|部门|审核|上级).{0,4}(?:意见|点评|批示|评语|评价)$|^(?:点评|评语|批示|批阅意见)$|review(?:er)?'?s? (?:opinion|comment|remark)|manager'?s? (?:opinion|comment|remark)/i;

/** A status that says the matter is over. */
const SETTLED =
  /^(?!.*(?:未|没|不|not|un)).*(?:已?办结|完成|解决|关闭|结案|处理完|已处理|已答复|已回复|销号|done|closed|settled|resolved|complete|finished|answered)/i;
/** A status, or a word in the owner's column, that says there was nothing to settle. */
const NOTHING = /^(?:无|没有|无需.*|不需要|当场.*|n\/?a|none|no|nil|-+|—+|\/)$/i;

/** Visits of several sheets as one list by their days; those without one come last. */
export function readVisits(tables: readonly TableReading[]): ReadVisits {
  const reader = new VisitReader();
  for (const table of tables) reader.read(table, tables.length > 1);
  return reader.result();
}

interface Columns {
  readonly date: ColumnReading | null;
  readonly customer: ColumnReading | null;
  readonly person: ColumnReading | null;
  readonly texts: Readonly<Record<VisitText, ColumnReading | null>>;
  readonly dates: Readonly<Record<VisitDate, ColumnReading | null>>;
  /** What is owed, where a column of its own says it. */
  readonly owed: ColumnReading | null;
  readonly done: ColumnReading | null;
  readonly status: ColumnReading | null;
  readonly region: ColumnReading | null;
  readonly class: ColumnReading | null;
}

function columnsOf(table: TableReading): Columns {
  const each = <K extends string>(fields: Readonly<Record<K, readonly Field[]>>) =>
    Object.fromEntries(
      Object.entries<readonly Field[]>(fields).map(([id, of]) => [id, columnOf(table, of)]),
    ) as Record<K, ColumnReading | null>;
  const texts = each(TEXT_FIELDS);
  const headed = (pattern: RegExp, column: ColumnReading | null): ColumnReading | null =>
    column && pattern.test(column.header.split('|').join('')) ? column : null;
  const owed = headed(OWED, texts.nextStep);
  const opinion = table.columns.find((column) => column.field === null && headed(OPINION, column)) ?? null;
  return {
    date: columnOf(table, ['date']),
    customer: columnOf(table, ['customer', 'customer_id']),
    person: columnOf(table, ['person']),
    texts: { ...texts, nextStep: owed ? null : texts.nextStep, opinion },
    dates: each(DATE_FIELDS),
    owed,
    done: columnOf(table, ['done_date']),
    status: columnOf(table, ['status']),
    region: columnOf(table, ['region']),
    class: columnOf(table, ['class']),
  };
}

function takenOf({ texts, dates, ...others }: Columns): (ColumnReading | null)[] {
  return [...Object.values(texts), ...Object.values(dates), ...Object.values(others)];
}

const WHO = ['date', 'customer', 'person'];
const ABOUT = ['contact', 'purpose', 'content'];

class VisitReader {
  private readonly visits: (Omit<Visit, 'key'> & { key: string })[] = [];
  private readonly problems: Problem[] = [];
  private readonly texts = new Set<VisitText>();
  private readonly dates = new Set<VisitDate>();
  private items = false;
  private leftOut = 0;

  read(table: TableReading, oneOfMany: boolean): void {
    const columns = columnsOf(table);
    const { sheet } = table;
    for (const id of TEXTS) if (columns.texts[id]) this.texts.add(id);
    for (const id of DATES) if (columns.dates[id]) this.dates.add(id);
    const { owed, done, status } = columns;
    const chased = columns.texts.owner ?? columns.dates.due ?? owed ?? done ?? status;
    if (chased) this.items = true;
    const visitor = columns.person ? null : visitorOfSheet(sheet, oneOfMany);
    const unread = unreadColumns(table, takenOf(columns));
    if (unread) this.problems.push(unread);
    if (!columns.person) {
      this.problems.push({
        code: visitor === null ? 'no-visitor-column' : 'visitor-from-sheet',
        details: { sheet },
        severity: visitor === null ? 'warning' : 'note',
      });
    }
    table.rows.forEach((row, index) => {
      const day = numberAt(columns.date, index);
      const date = day !== null && isSerial(day) ? Math.floor(day) : null;
      const customer = textAt(columns.customer, index);
      if (date === null && customer === null) {
        this.leftOut++;
        this.problem('visit-empty', sheet, row, columns.date ?? columns.customer);
        return;
      }
      if (date === null) this.problem('visit-without-date', sheet, row, columns.date);
      if (customer === null) this.problem('visit-without-customer', sheet, row, columns.customer);
      this.add(table, columns, index, row, {
        date,
        customer,
        person: textAt(columns.person, index) ?? visitor,
      });
    });
  }

  private add(
    { sheet }: TableReading,
    columns: Columns,
    index: number,
    row: number,
    who: Pick<Visit, 'date' | 'customer' | 'person'>,
  ): void {
    const from = columns.texts;
    const texts: Record<VisitText, string | null> = {
      contact: textAt(from.contact, index),
      phone: textAt(from.phone, index),
      channel: textAt(from.channel, index),
      purpose: textAt(from.purpose, index),
      content: textAt(from.content, index),
      result: textAt(from.result, index),
      nextStep: textAt(from.nextStep, index),
      owner: textAt(from.owner, index),
      department: textAt(from.department, index),
      opinion: textAt(from.opinion, index),
      note: textAt(from.note, index),
    };
    const dates: Record<VisitDate, number | null> = {
      nextDate: dayAt(columns.dates.nextDate, index),
      due: dayAt(columns.dates.due, index),
    };
    const { item, closed } = itemOf(texts, {
      owed: textAt(columns.owed, index),
      due: dates.due,
      done: dayAt(columns.done, index),
      status: textAt(columns.status, index),
    });
    // Each by its name: properties set after a spread take several times as long, a hundred thousand times.
    this.visits.push({
      date: who.date,
      customer: who.customer,
      person: who.person,
      texts,
      dates,
      item,
      closed,
      region: textAt(columns.region, index),
      class: textAt(columns.class, index),
      sheet,
      at: { row, column: (columns.date ?? columns.customer)?.column ?? 0 },
      key: '',
    });
  }

  /** Who saw whom on which day; several visits of one such day are told apart by what they were about. */
  private giveKeys(): void {
    const who = this.visits.map(({ date, customer, person }) => fingerprint(WHO, [date, customer, person]));
    const keys = new RowKeys(who);
    this.visits.forEach((visit, index) => {
      const { contact, purpose, content } = visit.texts;
      visit.key = keys.key(who[index] ?? null, () => fingerprint(ABOUT, [contact, purpose, content]));
    });
  }

  private problem(code: string, sheet: string, row: number, column: ColumnReading | null): void {
    const at = { row, column: column?.column ?? 0 };
    this.problems.push({ code, sheet, ...at, details: {}, severity: 'warning' });
  }

  /** People who also go alone and stand together in one cell: those visits are neither's own. */
  private tellJoint(visits: readonly Visit[]): void {
    const alone = new Set(visits.map(({ person }) => person));
    const joint = visits.filter(({ person }) => {
      const parts = (person ?? '').split(TOGETHER).map((part) => part.trim());
      return parts.length > 1 && parts.some((part) => alone.has(part));
    });
    const [first] = joint;
    if (!first) return;
    const details = { rows: joint.length, people: first.person ?? '' };
    this.problems.push({ code: 'visitors-together', details, severity: 'note' });
  }

  result(): ReadVisits {
    const { texts, dates, items, leftOut } = this;
    this.giveKeys();
    const day = ({ date }: Visit): number => date ?? Number.MAX_SAFE_INTEGER;
    const visits = [...this.visits].sort((a, b) => day(a) - day(b));
    this.tellJoint(visits);
    return { visits, filled: { texts, dates, items }, leftOut, findings: this.problems };
  }
}

/** Signs between the names of people who went together. */
const TOGETHER = /[、，,;；/／&+＋]|\s(?:and|with)\s|和|与/;

function dayAt(column: ColumnReading | null, index: number): number | null {
  const day = numberAt(column, index);
  return day !== null && isSerial(day) ? Math.floor(day) : null;
}

interface Chased {
  readonly owed: string | null;
  readonly due: number | null;
  readonly done: number | null;
  readonly status: string | null;
}

/** An item that is chased: it stands where such items do, or there is an owner, a day promised, a day done, or a status. */
function itemOf(
  texts: Readonly<Record<VisitText, string | null>>,
  { owed, due, done, status }: Chased,
): { item: string | null; closed: PlanCell } {
  const named = (text: string | null): string | null => (text !== null && !NOTHING.test(text) ? text : null);
  const dated = due !== null || done !== null;
  if (owed !== null && named(owed) === null && !dated) return { item: null, closed: null };
  const chased = dated || [owed, texts.owner, status].some((text) => named(text) !== null);
  if (!chased) return { item: null, closed: null };
  const item =
    named(owed) ?? texts.nextStep ?? texts.content ?? texts.purpose ?? texts.note ?? status ?? texts.owner;
  const settled = status !== null && SETTLED.test(status);
  return { item, closed: done ?? (settled ? status : null) };
}

/** A sheet for each person bears the person's name: short, without digits or the words that sheets are called by. */
function visitorOfSheet(sheet: string, oneOfMany: boolean): string | null {
  const name = sheet.trim();
  const generic =
    /\d|走访|拜访|日志|记录|台账|明细|汇总|表|月|周|sheet|visit|diary|log|week|month|january|february|march|april|may|june|july|august|september|october|november|december/i;
  return oneOfMany && name.length <= 20 && !generic.test(name) ? name : null;
}
