import { PAPERS, type Paper } from '../../domain/orders/papers';
import { STAGES, stageIndex, type Stage } from '../../domain/orders/stages';
import type { ColumnReading, Field, ReadValue, TableReading } from '../../reading/types';
import { columnOf } from '../columns';

/** Which column of a sheet says what about its orders; decided once, shown before the build. */
export interface OrderColumns {
  readonly orderId: ColumnReading | null;
  readonly contractId: ColumnReading | null;
  readonly customer: ColumnReading | null;
  readonly person: ColumnReading | null;
  readonly product: ColumnReading | null;
  readonly amount: ColumnReading | null;
  readonly status: ColumnReading | null;
  readonly promised: ColumnReading | null;
  readonly note: ColumnReading | null;
  readonly stages: Readonly<Partial<Record<Stage, ColumnReading>>>;
  readonly papers: Readonly<Partial<Record<Paper, ColumnReading>>>;
  readonly paperCount: ColumnReading | null;
}

const STAGE_FIELDS: Readonly<Partial<Record<Stage, Field>>> = {
  lead: 'stage_lead_date',
  proposal: 'stage_proposal_date',
  contract: 'stage_contract_date',
  accepted: 'stage_accepted_date',
  installed: 'stage_installed_date',
};

/** What headers of stages are made of that reading has no field for, or takes for dates in general. */
const STAGE_HEADERS: readonly (readonly [Stage, RegExp])[] = [
  ['aftercare', /回访|售后|关怀|after.?care|after.?sales|satisfaction call/i],
  ['number', /(?:合同)?编号.*(?:日期|时间|日)$|取号|contract (?:no\.?|number).*(?:date|on)|numbered/i],
  ['approval', /审批|批复|批准|申请优惠|approv/i],
  ['revise', /修改|改方案|修订|revis/i],
  ['chase', /跟踪|跟进|催办|电话回访方案|follow.?up|chas/i],
  ['visit', /拜访|走访|上门|面谈|visit/i],
  ['appointment', /预约|约见|appoint/i],
  ['installed', /竣工|开通|装机|安装|完工|install|activat|go.?live/i],
  ['accepted', /受理|办理|录单|accept|submitted/i],
  ['contract', /签约|签订|签署|合同日期|合同时间|sign|contract date/i],
  ['proposal', /方案|报价|proposal|quot/i],
  ['lead', /线索|商机|信息获取|立项|lead|opportunit/i],
];

const PAPER_HEADERS: readonly (readonly [Paper, RegExp])[] = [
  ['ip-commitment', /ip.*(?:承诺|责任)|(?:网络|信息).*(?:承诺|责任)书|ip.*commitment/i],
  ['discount-approval', /优惠.*(?:单|审批|申请)|折扣审批|discount approval/i],
  ['proof-of-payment', /(?:付款|缴费|支付|汇款).*(?:凭证|证明|回单)|回单|proof of payment|payment proof/i],
  ['registration-form', /登记表|registration form/i],
  ['business-licence', /营业执照|business licen[cs]e/i],
  ['contract', /^合同(?:书|原件|文本|扫描件|回收)?$|^contract (?:copy|paper|document)$/i],
];
const PAPER_COUNT = /^(?:受理)?资料(?:份数|数量|情况|齐全份数)?$|^papers?(?: on file)?$/i;

export function orderColumns(table: TableReading, dateMeans: Stage | null): OrderColumns {
  const orderId = columnOf(table, ['order_id']);
  const contractId = columnOf(table, ['contract_id']);
  const stages = stageColumns(table, dateMeans);
  const taken = new Set<ColumnReading>(Object.values(stages));
  const papers: Partial<Record<Paper, ColumnReading>> = {};
  for (const [paper, pattern] of PAPER_HEADERS) {
    const column = freeColumns(table, taken).find(({ header }) => pattern.test(lastPart(header)));
    if (!column) continue;
    papers[paper] = column;
    taken.add(column);
  }
  const paperCount =
    freeColumns(table, taken).find(
      ({ header, values }) =>
        PAPER_COUNT.test(lastPart(header)) && values.some((value) => countAt(value) !== null),
    ) ?? null;
  const promised = columnOf(table, ['due_date']);
  return {
    orderId,
    contractId,
    customer: columnOf(table, ['customer', 'customer_id']),
    person: columnOf(table, ['person', 'owner', 'team']),
    product: columnOf(table, ['product', 'category']),
    amount: columnOf(table, ['amount', 'revenue']),
    status: columnOf(table, ['status']),
    promised: promised && !taken.has(promised) ? promised : null,
    note: columnOf(table, ['note']),
    stages: Object.fromEntries(STAGES.flatMap((stage) => (stages[stage] ? [[stage, stages[stage]]] : []))),
    papers: Object.fromEntries(PAPERS.flatMap((paper) => (papers[paper] ? [[paper, papers[paper]]] : []))),
    paperCount,
  };
}

function lastPart(header: string): string {
  return (header.split('|').at(-1) ?? '').trim();
}

/** Columns that reading found no meaning for and that hold no dates. */
function freeColumns(table: TableReading, taken: ReadonlySet<ColumnReading>): ColumnReading[] {
  return table.columns.filter(
    (column) =>
      column.total !== true &&
      column.kind !== 'date' &&
      column.kind !== 'blank' &&
      !taken.has(column) &&
      (column.field === null || column.field === 'note' || column.field === 'quantity'),
  );
}

/** Fields first; then headers of columns that hold dates, read as a date of something or as nothing. */
function stageColumns(table: TableReading, dateMeans: Stage | null): Partial<Record<Stage, ColumnReading>> {
  const found: Partial<Record<Stage, ColumnReading>> = {};
  const taken = new Set<ColumnReading>();
  const take = (stage: Stage, column: ColumnReading | null | undefined): void => {
    if (!column || found[stage] || taken.has(column)) return;
    found[stage] = column;
    taken.add(column);
  };
  for (const stage of STAGES) {
    const field = STAGE_FIELDS[stage];
    if (field) take(stage, columnOf(table, [field]));
  }
  const dates = table.columns.filter(
    ({ field, kind, total }) =>
      total !== true &&
      (field === 'date' ||
        field === 'next_date' ||
        field === 'done_date' ||
        (field === null && kind === 'date')),
  );
  for (const column of dates) {
    const stage = STAGE_HEADERS.find(([, pattern]) => pattern.test(lastPart(column.header)))?.[0];
    if (stage) take(stage, column);
  }
  // A done date of an order that is no other stage's is its installation.
  take(
    'installed',
    dates.find((column) => column.field === 'done_date' && !taken.has(column)),
  );
  if (dateMeans)
    take(
      dateMeans,
      dates.find((column) => column.field === 'date' && !taken.has(column)),
    );
  return found;
}

/** The stage of the first dated column, for the order of a preview. */
export function stagesKept({ stages }: OrderColumns): Stage[] {
  return (Object.keys(stages) as Stage[]).sort((a, b) => stageIndex(a) - stageIndex(b));
}

/** '4份', 4, '4/6'. */
export function countAt(value: ReadValue): number | null {
  if (typeof value === 'number') return value >= 0 && value < 100 ? Math.trunc(value) : null;
  const digits = typeof value === 'string' ? /^\s*(\d{1,2})/.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}
