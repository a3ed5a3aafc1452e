/** @jest-environment ./test/tools/office-environment */
import { codeOf, onSheet } from './run';

/** The common API's callbacks as promises. */
function done<T>(
  call: (callback: (result: Office.AsyncResult<T>) => void) => void,
): Promise<Office.AsyncResult<T>> {
  return new Promise((resolve) => call(resolve));
}

test('the page finds itself in Excel for Windows', async () => {
  await resetWorkbook();
  expect(await Office.onReady()).toMatchObject({ host: 'Excel', platform: 'PC' });
});

test('languages of the surface and of the data', async () => {
  await resetWorkbook({ locale: 'zh-CN' });
  expect(Office.context.displayLanguage).toBe('zh-CN');
  expect(Office.context.contentLanguage).toBe('zh-CN');
});

test.each([
  ['light', '#ffffff'],
  ['dark', '#212121'],
  ['highContrast', '#000000'],
] as const)('theme %s', async (theme, background) => {
  await resetWorkbook({ theme });
  expect(Office.context.officeTheme.bodyBackgroundColor).toBe(background);
});

test('requirement sets that are there, and one that is not', async () => {
  await resetWorkbook();
  const { requirements } = Office.context;
  expect(requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '9.0')).toBe(false);
  expect(requirements.isSetSupported('DialogApi', '1.1')).toBe(false);
});

test('document settings are kept in the workbook, and seen by Excel.run too', async () => {
  await resetWorkbook();
  workbook.settings.set('old', 'before');
  const { settings } = Office.context.document;
  settings.set('language', { name: 'zh-CN' });
  expect(workbook.settings.has('language')).toBe(false);
  expect((await done((callback) => settings.saveAsync(callback))).status).toBe('succeeded');
  expect(workbook.settings.get('language')).toEqual({ name: 'zh-CN' });
  await onSheet(async (_sheet, context) => {
    const setting = context.workbook.settings.getItem('language').load('value');
    await context.sync();
    expect(setting.value).toEqual({ name: 'zh-CN' });
  });
});

test('a ribbon button calls the function that the page associated', async () => {
  await resetWorkbook();
  const pressed = new Promise<Office.AddinCommands.Event>((resolve) =>
    Office.actions.associate('buildSummary', resolve),
  );
  let over = false;
  const command = host.runAction('buildSummary').then(() => (over = true));
  const event = await pressed;
  expect(event.source.id).toBe('buildSummary');
  expect(over).toBe(false);
  event.completed();
  await command;
});

test('the page can show and hide its pane, and hears when a person does', async () => {
  const asked: boolean[] = [];
  await resetWorkbook({ onPane: (visible) => asked.push(visible) });
  const heard: string[] = [];
  const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => heard.push(visibilityMode));
  await Office.addin.showAsTaskpane();
  await Office.addin.hide();
  expect(asked).toEqual([true, false]);
  host.paneChanged(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual([Office.VisibilityMode.hidden, Office.VisibilityMode.taskpane]);
  await stop();
});

test('workbook.functions calculates with values and ranges', async () => {
  await resetWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:A3').values = [[1], [2], [4]];
    await context.sync();
    const { functions } = context.workbook;
    const sum = functions.sum(sheet.getRange('A1:A3'), 10).load('value');
    const deviation = functions.stDev_P(sheet.getRange('A1:A3')).load('value,error');
    const failed = functions.match('x', sheet.getRange('A1:A3'), 0).load('value,error');
    await context.sync();
    expect(sum.value).toBe(17);
    expect(deviation.value).toBeCloseTo(1.2472, 4);
    expect(failed.error).toBe('#N/A');
  });
});

test('a host that is detached answers nothing more', async () => {
  await resetWorkbook();
  host.detach();
  const outcome = await Promise.race([
    codeOf(onSheet((sheet) => void sheet.load('name'))),
    new Promise((resolve) => setTimeout(resolve, 60, 'silence')),
  ]);
  expect(outcome).toBe('silence');
});
