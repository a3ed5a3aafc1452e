import { whyNoVisits } from '../../../src/templates/visits/refusal';
import { readVisits } from '../../../src/templates/visits/visits';
import { tableReading, type ColumnGiven } from '../readings';

const DAY = 45_352;

function sheet(name: string, columns: readonly ColumnGiven[], customers = 3) {
  const names = ['甲公司', '乙公司', '丙公司'].slice(0, customers);
  return tableReading(name, 'visits', [
    { field: 'date', header: '走访日期', values: names.map((_, index) => DAY + index) },
    { field: 'customer', header: '客户', values: names },
    ...columns,
  ]);
}

const items = (columns: readonly ColumnGiven[]) =>
  readVisits([sheet('走访', columns)]).visits.map(({ item, closed }) => [item, closed]);

test('what stands under “open item” is owed, also where nobody is named for it', () => {
  const owed: ColumnGiven = { field: 'next_step', header: '待办|事项', values: ['送合同', '无', null] };
  expect(items([owed])).toEqual([
    ['送合同', null],
    [null, null],
    [null, null],
  ]);
  expect(items([{ ...owed, header: '下一步' }]).map(([item]) => item)).toEqual([null, null, null]);
});

test('an item is told once: it is no next step beside', () => {
  const { visits, filled } = readVisits([
    sheet('走访', [{ field: 'next_step', header: '待办事项', values: ['送合同', null, null] }]),
  ]);
  expect(visits[0]).toMatchObject({ item: '送合同', texts: { nextStep: null } });
  expect(filled.items).toBe(true);
  expect(filled.texts.has('nextStep')).toBe(false);
});

test('“none” under “open item” is believed, unless a day says that something is due', () => {
  const owed: ColumnGiven = { field: 'next_step', header: '待办事项', values: ['无', '无', '送合同'] };
  const owner: ColumnGiven = { field: 'owner', header: '督办人', values: ['张三', '张三', '张三'] };
  const purpose: ColumnGiven = { field: 'purpose', header: '目的', values: ['回访', '续约', '回访'] };
  const due: ColumnGiven = { field: 'due_date', header: '要求办结', values: [null, DAY + 9, null] };
  expect(items([purpose, owed, owner, due]).map(([item]) => item)).toEqual([null, '续约', '送合同']);
});

test.each(['主管意见', '负责人点评', '领导批示', "Manager's comments", 'Reviewer comment'])(
  'what stands under %s is the opinion of the reviewer',
  (header) => {
    const { visits, filled } = readVisits([
      sheet('走访', [{ field: null, header, values: ['已阅', null, '好'] }]),
    ]);
    expect(visits.map(({ texts }) => texts.opinion)).toEqual(['已阅', null, '好']);
    expect(filled.texts.has('opinion')).toBe(true);
  },
);

test('visits of several sheets stand in the order of their days, those without one last', () => {
  const one = sheet('张三', [], 3);
  const other = tableReading('李四', 'visits', [
    { field: 'date', header: '走访日期', values: [DAY + 1, null, DAY - 3] },
    { field: 'customer', header: '客户', values: ['丁公司', '戊公司', '己公司'] },
  ]);
  expect(readVisits([one, other]).visits.map(({ customer }) => customer)).toEqual([
    '己公司',
    '甲公司',
    '乙公司',
    '丁公司',
    '丙公司',
    '戊公司',
  ]);
});

test('columns that are not taken over are named, those that say nothing are not', () => {
  const told = (columns: readonly ColumnGiven[]) =>
    readVisits([sheet('走访', columns)]).findings.filter(({ code }) => code === 'columns-unread');
  const weather: ColumnGiven = { field: null, header: '天气', values: ['晴', null, '雨'] };
  const blank: ColumnGiven = { field: null, header: '空', values: [null, null, null] };
  const number: ColumnGiven = { field: 'sequence', header: '序号', values: [1, 2, 3] };
  expect(told([weather, blank, number])).toEqual([
    expect.objectContaining({ details: { sheet: '走访', columns: '天气 (C)', more: 0 } }),
  ]);
  expect(told([blank, number, { field: 'result', header: '结果', values: ['好', null, null] }])).toEqual([]);
});

test('people who went together stand for nobody alone, which is said', () => {
  const told = (people: readonly string[]) =>
    readVisits([sheet('走访', [{ field: 'person', header: '走访人', values: people }])]).findings.filter(
      ({ code }) => code === 'visitors-together',
    );
  expect(told(['张三', '张三、李四', '李四'])).toEqual([
    expect.objectContaining({ details: { rows: 1, people: '张三、李四' } }),
  ]);
  expect(told(['Anna Bell', 'Anna Bell and Tom Reed', 'Tom Reed'])).toHaveLength(1);
  expect(told(['张三', '李四', '和平'])).toEqual([]);
});

test('a sheet that ticks days across the page is refused for that', () => {
  const customer: ColumnGiven = { field: 'customer', header: '客户', values: ['甲', '乙'] };
  const across = (headers: readonly string[]) =>
    tableReading('走访表', 'visits', [
      customer,
      ...headers.map((header): ColumnGiven => ({ field: null, header, values: ['√', null] })),
    ]);
  expect(whyNoVisits(across(['1', '2', '3', '4', '5']))).toBe('visit-matrix');
  expect(whyNoVisits(across(['4月1日', '4月2日', '4/3', '4.4', '2024-04-05']))).toBe('visit-matrix');
  expect(whyNoVisits(across(['目的', '结果', '备注', '天气', '1']))).toBe('no-visit-date-column');
  expect(whyNoVisits(sheet('走访', []))).toBeNull();
});

test('two visits of one day keep their rows when the later one is written above', () => {
  const day = (...contents: string[]) =>
    readVisits([
      tableReading('走访', 'visits', [
        { field: 'date', header: '走访日期', values: contents.map(() => DAY) },
        { field: 'customer', header: '客户', values: contents.map(() => '甲公司') },
        { field: 'content', header: '客户意见', values: contents },
      ]),
    ]).visits.map(({ key, texts }) => [texts.content, key] as const);
  const before = new Map(day('上午送合同', '下午收款'));
  const after = new Map(day('下午收款', '中午回访', '上午送合同'));
  for (const [content, key] of before) expect(after.get(content)).toBe(key);
  expect(new Set(after.values()).size).toBe(3);
  expect(new Set(day('回访', '回访').map(([, key]) => key)).size).toBe(2);
});
