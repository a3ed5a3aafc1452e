/** @jest-environment ./test/tools/office-environment */
import { writePlan } from '../../src/excel';
import type { DaybookError } from '../../src/domain/errors';
import { orders, sampleBuild, sampleNames, samplePlan } from './samplePlan';
import { seen } from './snapshot';

/** What the host calls on a sheet to change it. */
const CHANGES = [
  'setInputs',
  'applyStyle',
  'merge',
  'unmerge',
  'clear',
  'addTable',
  'resizeTable',
  'setColumnWidth',
] as const;

/** Lets the n-th change of the workbook fail, in the middle of a request whose earlier changes stay. */
function failChange(n: number): { changes: () => number; stop: () => void } {
  let count = 0;
  const prototype = Object.getPrototypeOf(workbook.sheets[0]) as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const own = CHANGES.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const);
  for (const name of CHANGES) {
    const original = prototype[name]!;
    prototype[name] = function (...args: unknown[]) {
      if (++count === n) throw new Error('interrupted');
      return original.apply(this, args);
    };
  }
  const stop = (): void => {
    for (const [name, descriptor] of own) {
      if (descriptor) Object.defineProperty(prototype, name, descriptor);
      else delete prototype[name];
    }
  };
  return { changes: () => count, stop };
}

async function fresh(): Promise<void> {
  await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
  workbook.sheets[0]!.setValues({ row: 0, column: 0 }, [['订单号'], ['DD1']]);
}

async function everyChange(prepare: () => Promise<void>, work: () => Promise<unknown>): Promise<void> {
  await prepare();
  const counter = failChange(Infinity);
  await work();
  counter.stop();
  const total = counter.changes();
  expect(total).toBeGreaterThan(40);
  for (let n = 1; n <= total; n += 5) {
    await prepare();
    const before = seen(workbook);
    const { stop } = failChange(n);
    const error = await work().then(
      () => null,
      (thrown: DaybookError) => thrown,
    );
    stop();
    expect({ n, code: error?.code }).toEqual({ n, code: 'excel-failed' });
    expect({ n, workbook: seen(workbook) }).toEqual({ n, workbook: before });
  }
}

describe('a request that fails in its middle', () => {
  it('leaves the workbook as it was when building', async () => {
    await everyChange(fresh, () => writePlan(samplePlan(orders(5)), sampleBuild));
  }, 120000);

  it('leaves the workbook as it was when refreshing', async () => {
    let refresh = '';
    await everyChange(
      async () => {
        await fresh();
        refresh = (await writePlan(samplePlan(orders(8)), sampleBuild)).build.id;
        workbook.sheet(sampleNames.data)!.setInputs({ row: 3, column: 6 }, [['已回款']]);
      },
      () =>
        writePlan(samplePlan([...orders(4, 3), ...orders(9, 50)], { months: 5 }), {
          ...sampleBuild,
          refresh,
        }),
    );
  }, 120000);
});
