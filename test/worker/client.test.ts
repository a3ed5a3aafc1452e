import { DaybookError } from '../../src/domain/errors';
import { nameBook, type WorkbookNames } from '../../src/plan/names';
import { readBook } from '../../src/reading';
import type { BookGrid, GridValue, SheetGrid } from '../../src/reading/grid';
import { outlineOf } from '../../src/reading/outline';
import type { ReadingProgress } from '../../src/reading/types';
import { templateById } from '../../src/templates';
import { WorkerClient } from '../../src/worker/client';
import type { OpenPort, PortEvents } from '../../src/worker/port';
import type { Request, WorkerOrder } from '../../src/worker/protocol';
import { serve } from '../../src/worker/serve';

jest.setTimeout(60_000);

const HEADERS = ['订单号', '下单日期', '客户名称', '客户经理', '产品', '金额'];

function sheet(name: string, rows: number): SheetGrid {
  const values: GridValue[][] = Array.from({ length: rows }, (_, row) => [
    `${name}${1001 + row}`,
    45292 + (row % 300),
    `甲乙丙公司${row % 70}`,
    ['周文博', '林晓'][row % 2] ?? '',
    row % 3 === 0 ? '互联网专线' : '云主机',
    1000 + row,
  ]);
  const dated = ['General', 'yyyy-mm-dd'];
  return {
    name,
    origin: { row: 0, column: 0 },
    values: [HEADERS, ...values],
    formats: [[], ...values.map(() => dated)],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    visible: true,
  };
}

/** More cells than one message takes. */
const grid: BookGrid = {
  name: '订单.xlsx',
  date1904: false,
  sheets: [sheet('今年', 7000), sheet('去年', 40)],
};
const source = { grid, choices: [] };

const names: WorkbookNames = {
  sheets: { taken: ['今年', '去年'], kept: {} },
  tables: { taken: [], kept: {} },
};

const options = Object.fromEntries(
  templateById('monthly-summary').options.map(({ id, initial }) => [id, initial]),
);

const order: WorkerOrder = {
  template: 'monthly-summary',
  source: { sheet: '今年', index: 0 },
  companions: {},
  rules: [],
  names,
  locale: 'zh-CN',
  options,
};

/** What the template makes of the order without any worker. */
function directly(): Parameters<ReturnType<typeof templateById>['build']>[0] {
  const book = readBook(grid);
  const table = book.sheets[0]?.tables[0] ?? null;
  return {
    book,
    rules: grid,
    source: table,
    companions: {},
    asOf: null,
    locale: 'zh-CN',
    names: nameBook(names),
    options,
  };
}

/** Workers as a browser has them: messages are copied, and arrive later; none after the end. */
class Workers {
  readonly heard: Request['kind'][][] = [];
  readonly ended: number[] = [];
  events: PortEvents | null = null;

  readonly open: OpenPort = (events) => {
    this.events = events;
    const number = this.heard.push([]) - 1;
    let alive = true;
    const { handle, end } = serve((reply) => {
      const copy = structuredClone(reply);
      setTimeout(() => alive && events.onReply(copy));
    });
    return Promise.resolve({
      background: true,
      post: (request) => {
        this.heard[number]?.push(request.kind);
        const copy = structuredClone(request);
        setTimeout(() => alive && handle(copy));
      },
      end: () => {
        alive = false;
        this.ended.push(number);
        end();
      },
    });
  };
}

let workers: Workers;
let client: WorkerClient;
beforeEach(() => {
  workers = new Workers();
  client = new WorkerClient(workers.open);
});
afterEach(() => client.end());

const running = (): AbortSignal => new AbortController().signal;
const quiet = (): { signal: AbortSignal; onProgress: () => void } => ({
  signal: running(),
  onProgress: () => undefined,
});

test('a workbook is sent in pieces, read, and comes back as what is known of it, without its values', async () => {
  const told: ReadingProgress[] = [];
  const outline = await client.read(source, { signal: running(), onProgress: (at) => told.push(at) });
  expect(outline).toEqual(outlineOf(readBook(grid)));
  expect(JSON.stringify(outline)).not.toContain('甲乙丙公司');
  expect(outline.sheets[0]?.tables[0]).toMatchObject({ role: 'orders', sheet: '今年' });
  expect(workers.heard[0]?.filter((kind) => kind === 'rows').length).toBeGreaterThan(2);
  expect(told.length).toBeGreaterThan(0);
});

test('preparation and plan are those of the template itself', async () => {
  await client.read(source, quiet());
  const template = templateById('monthly-summary');
  expect(await client.prepare(source, order, { signal: running() })).toEqual(template.prepare(directly()));
  const plan = await client.build(source, order, { signal: running() });
  expect(plan).toEqual(template.build(directly()));
  expect(plan.sheets.flatMap(({ tables }) => tables).some(({ rows }) => rows.length === 7000)).toBe(true);
  expect(workers.heard).toHaveLength(1);
  expect(workers.heard[0]?.filter((kind) => kind === 'book')).toHaveLength(1);
});

test('a correction is read again without sending the workbook again', async () => {
  const before = await client.read(source, quiet());
  const [table] = before.sheets[0]?.tables ?? [];
  expect(table?.role).toBe('orders');
  const { remember } = await import('../../src/reading/choices');
  const choices = remember([], table!, { role: 'visits' });
  const after = await client.read({ grid, choices }, quiet());
  expect(after.sheets[0]?.tables[0]?.role).toBe('visits');
  expect(workers.heard[0]?.filter((kind) => kind === 'book')).toHaveLength(1);
});

test('“Stop” is answered at once and ends the worker; the next one gets the workbook again by itself', async () => {
  await client.read(source, quiet());
  const stopping = new AbortController();
  const built = client.build(source, order, { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 5);
  await expect(built).rejects.toEqual(new DaybookError('excel-cancelled'));
  expect(workers.ended).toEqual([0]);
  const plan = await client.build(source, order, { signal: running() });
  expect(plan.sheets.length).toBeGreaterThan(0);
  expect(workers.heard).toHaveLength(2);
  expect(workers.heard[1]?.at(0)).toBe('book');
});

test('what waits for its turn can be given up without disturbing what runs', async () => {
  const giveUp = new AbortController();
  const reading = client.read(source, quiet());
  const waiting = client.prepare(source, order, giveUp);
  giveUp.abort();
  await expect(waiting).rejects.toEqual(new DaybookError('excel-cancelled'));
  expect((await reading).sheets).toHaveLength(2);
  expect(workers.ended).toEqual([]);
  expect(workers.heard[0]).not.toContain('prepare');
});

test('a worker that breaks down says why, and is replaced', async () => {
  const reading = client.read(source, quiet());
  // No timer may run before: all messages could arrive within it.
  for (let turn = 0; turn < 100 && workers.heard.length === 0; turn++) await Promise.resolve();
  workers.events?.onLost(new Error('out of memory'));
  await expect(reading).rejects.toThrow('out of memory');
  expect((await client.prepare(source, order, { signal: running() })).refusal).toBeNull();
  expect(workers.heard).toHaveLength(2);
});

test('a worker that can’t be had is asked for again the next time', async () => {
  let refused = true;
  const late = new WorkerClient((events) =>
    refused ? Promise.reject(new Error('no chunk')) : workers.open(events),
  );
  await expect(late.read(source, quiet())).rejects.toThrow('no chunk');
  refused = false;
  expect((await late.read(source, quiet())).sheets).toHaveLength(2);
  late.end();
});

test('errors cross with code and details; others with what they say', async () => {
  await client.read(source, quiet());
  const build = jest.spyOn(templateById('monthly-summary'), 'build');
  const thrown = new DaybookError('plan-key-twice', { table: 'orders', key: 'DD1' });
  build.mockImplementationOnce(() => {
    throw thrown;
  });
  await expect(client.build(source, order, { signal: running() })).rejects.toEqual(thrown);
  const other = { ...order, template: 'no-such' };
  await expect(client.build(source, other, { signal: running() })).rejects.toThrow('No template no-such');
  const gone = { ...order, source: { sheet: '前年', index: 0 } };
  await expect(client.prepare(source, gone, { signal: running() })).rejects.toThrow('前年');
  build.mockRestore();
});
