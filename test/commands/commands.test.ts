import type * as Commands from '../../src/commands';

type Ribbon = Record<string, (event: Office.AddinCommands.Event) => void>;

let commands: typeof Commands;
let ribbon: Ribbon;
let showAsTaskpane: jest.Mock<Promise<void>>;

/** An Excel with nothing but a ribbon. */
function installRibbon(): void {
  ribbon = {};
  showAsTaskpane = jest.fn(() => Promise.resolve());
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (name: string, run: Ribbon[string]) => (ribbon[name] = run) },
      addin: { showAsTaskpane },
    },
  });
}

const eventWith = (completed: () => void): Office.AddinCommands.Event =>
  ({ completed }) as unknown as Office.AddinCommands.Event;

const press = (button: string): Promise<void> =>
  new Promise((resolve) => {
    const run = ribbon[button];
    if (!run) throw new Error(`No button ${button}`);
    run(eventWith(resolve));
  });

beforeEach(async () => {
  jest.resetModules();
  installRibbon();
  commands = await import('../../src/commands');
});

test('each template has a button, which opens the pane and then tells Excel that it ended', async () => {
  commands.registerCommands(['monthly-summary', 'visit-diary']);
  expect(Object.keys(ribbon)).toEqual(['monthly-summary', 'visit-diary']);
  await press('monthly-summary');
  expect(showAsTaskpane).toHaveBeenCalledTimes(1);
});

test('an open pane hears which template was asked for', async () => {
  const heard: string[] = [];
  commands.onTemplateAsked((template) => heard.push(template));
  commands.registerCommands(['monthly-summary']);
  await press('monthly-summary');
  expect(heard).toEqual(['monthly-summary']);
});

test('a pane that opens after the button hears it once, and a pane that closed hears nothing', async () => {
  commands.registerCommands(['monthly-summary']);
  await press('monthly-summary');
  const heard: string[] = [];
  const close = commands.onTemplateAsked((template) => heard.push(template));
  expect(heard).toEqual(['monthly-summary']);
  close();
  await press('monthly-summary');
  expect(heard).toHaveLength(1);
});

test('Excel hears the end even where the pane can’t be shown, and the failure comes out', async () => {
  showAsTaskpane.mockRejectedValue(new Error('no pane'));
  const completed = jest.fn();
  await expect(commands.openTemplate('monthly-summary', eventWith(completed))).rejects.toThrow('no pane');
  expect(completed).toHaveBeenCalledTimes(1);
});
