/** Sheets that people really keep: nothing, one row, hostile names, lines of one order, two sheets of one order. */
import type { ReadValue } from '../../../src/reading/types';
import { orderTracker, trackings } from '../../../src/templates/order-tracker';
import { calculated, errorsIn, sheetOf } from '../model';
import { request, tableReading, type ColumnGiven } from '../readings';

const OPTIONS = { 'order-date': 'contract', 'as-of': 'newest', holidays: 'none' };
const date = { kind: 'date' } as const;

function sheet(name: string, columns: Readonly<Record<string, readonly ReadValue[]>>) {
  const fields: Readonly<Record<string, ColumnGiven['field']>> = {
    合同号: 'contract_id',
    客户: 'customer',
    客户经理: 'person',
    产品: 'product',
    金额: 'amount',
    签约日期: 'stage_contract_date',
    竣工日期: 'stage_installed_date',
    状态: 'status',
  };
  return tableReading(
    name,
    'orders',
    Object.entries(columns).map(([header, values]) => ({
      field: fields[header] ?? null,
      header,
      values,
      ...(header.endsWith('日期') && { more: date }),
    })),
  );
}

test('without a row that says anything it is refused', () => {
  const table = sheet('空表', { 合同号: [null], 客户: [null], 签约日期: [null] });
  expect(orderTracker.prepare(request(table, { options: OPTIONS })).refusal?.code).toBe('no-orders');
});

test('one row with hostile texts builds and calculates', async () => {
  const table = sheet("'=1+1", {
    合同号: ['=1+1'],
    客户: ['*'.repeat(200)],
    客户经理: ['~?*'],
    状态: ['*'],
    签约日期: [45_700],
  });
  const plan = orderTracker.build(request(table, { options: OPTIONS }));
  const workbook = await calculated(plan);
  for (const { name } of plan.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
});

test('dates as texts are no dates: the order is there, its date is missing', () => {
  const table = sheet('订单', { 合同号: ['A1'], 客户: ['甲'], 签约日期: ['上周五'] });
  const given = request(table, { options: OPTIONS, asOf: 45_720 });
  expect(trackings(given).map(({ tracking }) => tracking.level)).toEqual(['undated']);
});

test('lines of one order are one row: amounts add up, a stage is reached when all lines have reached it', () => {
  const table = sheet('订单', {
    合同号: ['A1', 'A1', 'A1', 'B1'],
    客户: ['甲', '甲', '甲', '乙'],
    产品: ['专线', '云主机', '专线', '专线'],
    金额: [100.1, 0.2, 100.1, 5],
    签约日期: [45_700, 45_701, 45_700, 45_702],
    竣工日期: [45_705, null, 45_705, null],
  });
  const given = request(table, { options: OPTIONS, asOf: 45_720 });
  const [first, second] = trackings(given);
  expect(first?.order).toMatchObject({ contractId: 'A1', cents: 100_30, product: '专线、云主机' });
  expect(first?.tracking.stage).toBe('contract');
  expect(second?.order.contractId).toBe('B1');
  expect(orderTracker.prepare(given).findings.map(({ code }) => code)).toEqual([
    'order-copied',
    'order-lines-joined',
  ]);
});

test('the same order on another sheet fills in what the first leaves blank', () => {
  const contracts = sheet('合同', { 合同号: ['A1', 'A2'], 客户: ['甲', '乙'], 签约日期: [45_700, 45_701] });
  const openings = sheet('开通', { 合同号: ['A2', 'A3'], 客户: ['乙', '丙'], 竣工日期: [45_710, 45_711] });
  const given = request(contracts, {
    options: OPTIONS,
    asOf: 45_712,
    companions: { 'more-orders': [openings] },
  });
  expect(
    trackings(given).map(({ order, tracking }) => [order.contractId, tracking.stage, order.origin]),
  ).toEqual([
    ['A1', 'contract', '合同!A4'],
    ['A2', 'installed', '合同!A5, 开通!A4'],
    ['A3', 'installed', '开通!A5'],
  ]);
});

test('a number that two customers share stays two orders; dates that run backwards are shown', () => {
  const table = sheet('订单', {
    合同号: ['A1', 'A1'],
    客户: ['甲', '乙'],
    签约日期: [45_710, 45_700],
    竣工日期: [45_705, null],
  });
  const { findings, rowsUsed } = orderTracker.prepare(request(table, { options: OPTIONS, asOf: 45_712 }));
  expect(rowsUsed).toBe(2);
  expect(findings.map(({ code, row }) => [code, row])).toEqual([
    ['order-number-shared', 4],
    ['stage-dates-slip', 3],
  ]);
});

test('stages typed where the sheet keeps none are typed columns, those that it keeps are its own', () => {
  const table = sheet('合同', { 合同号: ['A1'], 客户: ['甲'], 签约日期: [45_700] });
  const [tracker] = orderTracker.build(request(table, { options: OPTIONS })).sheets;
  const entry = (id: string) => tracker?.tables[0]?.columns.find((column) => column.id === id)?.entry;
  expect([entry('contractDate'), entry('installedDate'), entry('paper-contract'), entry('closed')]).toEqual([
    'source',
    'typed',
    'typed',
    'typed',
  ]);
});
