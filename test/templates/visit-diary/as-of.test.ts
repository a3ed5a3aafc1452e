/** The day that a diary speaks of follows what is typed below it, unless a day was mistyped. */
import { serialOf } from '../../../src/domain/dates';
import { AS_OF_AT } from '../../../src/templates/visit-diary/context';
import { calculated, sheetOf } from '../model';
import { diaryRequest, visitDiary, type Visit } from './visits';

const START = serialOf(2024, 11, 4);
const visits = Array.from({ length: 8 }, (_, index): Visit => ({
  date: START + index,
  person: '周文博',
  customer: `客户${index}`,
}));

test.each([
  ['the next week', [START + 14], START + 14],
  ['the next year, for this one', [START + 14 + 365], START + 7],
  ['the next year, then the next week', [START + 14 + 365, START + 14], START + 14],
  ['resumed half a year later, twice', [START + 200, START + 201], START + 201],
])('%s', async (_name, typed, asOf) => {
  const workbook = await calculated(visitDiary.build(diaryRequest(visits)));
  const sheet = sheetOf(workbook, '走访日志');
  const { area } = sheet.tables[0]!;
  expect(sheet.value(AS_OF_AT.row, AS_OF_AT.column)).toBe(START + 7);
  typed.forEach((day, index) =>
    sheet.setInputs({ row: area.row + area.rows + index, column: area.column }, [[day, '周文博', '客户1']]),
  );
  await workbook.calculate();
  expect(sheet.value(AS_OF_AT.row, AS_OF_AT.column)).toBe(asOf);
});

test.each([
  ['newest', null, 2],
  ['newest', START + 20, 1],
  ['today', null, 1],
])('the preview counts what was open on the day asked about: %s, %s', async (day, asOf, open) => {
  const settled = [null, START + 3, START + 15].map((done, index): Visit => ({
    ...visits[index]!,
    content: '要发票',
    owner: '周文博',
    ...(done && { done }),
  }));
  const request = diaryRequest([...settled, ...visits.slice(3)], [], { asOf, options: { 'as-of': day } });
  const { highlights } = visitDiary.prepare(request);
  expect(highlights.find(({ label }) => label === '未结事项')?.value).toBe(String(open));
  const sheet = sheetOf(await calculated(visitDiary.build(request)), '走访日志');
  expect(sheet.value(1, 0)).toContain(`未结事项 ${open} 项`);
});
