import { textsOf, Workbench, type Opened } from './workbench';

jest.setTimeout(120_000);

let workbench: Workbench;
let opened: Opened;
beforeAll(async () => {
  workbench = await Workbench.start();
  opened = await workbench.open({ locale: 'en' });
  await opened.page.getByRole('button', { name: 'Add a sheet' }).click();
});
afterAll(() => workbench.stop());

/** Types into cells as a person does: the name box, then the keys. */
async function type(address: string, ...entries: string[]): Promise<void> {
  const { page } = opened;
  await page.getByTestId('name-box').fill(address);
  await page.getByTestId('name-box').press('Enter');
  for (const entry of entries) {
    await page.keyboard.type(entry);
    await page.keyboard.press('Enter');
  }
}

async function shown(row: number, column: number, rows = 1, columns = 1): Promise<string[][]> {
  const sheet = await opened.page.evaluate(() => window.workbench?.workbook.activeSheet.name ?? '');
  await opened.page.waitForFunction(
    (at) => {
      const text = window.workbench?.workbook.activeSheet.text(at.row, at.column) ?? '';
      return text !== '' && text !== '#BUSY!';
    },
    { row, column },
  );
  return textsOf(opened.page, sheet, row, column, rows, columns);
}

test('the three functions calculate under their bare names', async () => {
  await type('A1', '0', '20000', '40000', '60000');
  await type('B1', '0.1', '0.15', '0.2', '0.25');
  await type('C1', '2500', '2500', '3000', '4000');
  await type('E1', '39999.99', '40000');
  await type('F1', '=COMMISSION(E1:E2,A1:C4,"whole")');
  expect(await shown(0, 5, 2)).toEqual([['8500'], ['11000']]);
  await type('G1', '=COMMISSION(80000,A1:C4,"marginal")');
  expect(await shown(0, 6)).toEqual([['18000']]);
  await type('H1', '=ARPU(1000,8,12)');
  expect(await shown(0, 7)).toEqual([['100']]);
  await type('J1', 'Alpha', 'Beta', 'Alpha');
  await type('K1', '45300', '45310', '45330');
  await type('L1', '=VISITGAP(J1:J2,J1:J3,K1:K3)');
  expect(await shown(0, 11, 2)).toEqual([['0'], ['20']]);
});

test('a wrong call gives an error that says what to do', async () => {
  await type('N1', '=COMMISSION(1000,A1:C4,"steep")');
  expect(await shown(0, 13)).toEqual([['#VALUE!']]);
  const message = await opened.page.evaluate(() => {
    const value = window.workbench?.workbook.activeSheet.value(0, 13);
    return typeof value === 'object' && value !== null ? value.message : undefined;
  });
  expect(message).toMatch(/whole.*marginal/);
});

test('no error was reported', () => {
  expect(opened.errors).toEqual([]);
});
