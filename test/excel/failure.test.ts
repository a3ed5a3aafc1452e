/** @jest-environment ./test/tools/office-environment */
import { loadNames, writePlan } from '../../src/excel';
import type { DaybookError } from '../../src/domain/errors';
import { orders, sampleBuild, sampleNames, samplePlan } from './samplePlan';
import { seen } from './snapshot';

jest.setTimeout(60_000);

async function fresh(): Promise<void> {
  await resetWorkbook({ sheets: ['订单台账', '别的'], locale: 'zh-CN' });
  workbook.sheets[0]!.setValues({ row: 0, column: 0 }, [
    ['订单号', '金额'],
    ['DD1', 5],
  ]);
  workbook.activate(workbook.sheets[1]!);
}

const caught = (work: Promise<unknown>): Promise<DaybookError | null> =>
  work.then(
    () => null,
    (error: DaybookError) => error,
  );

/**
 * Lets the build fail at every request in turn, before or after Excel has done what was asked. Requests that only tidy
 * up references may fail without harm: then the build must stand. Returns how many requests failed the build.
 */
async function failEverywhere(
  prepare: () => Promise<void>,
  work: () => Promise<unknown>,
  when: 'before' | 'after',
): Promise<number> {
  await prepare();
  const start = host.syncCount;
  await work();
  const total = host.syncCount - start;
  let failures = 0;
  for (let request = 1; request <= total; request++) {
    await prepare();
    const before = seen(workbook);
    host.failRequest({ request, when });
    const error = await caught(work());
    host.clearFaults();
    if (error) {
      failures++;
      expect(error.code).toBe('excel-failed');
      expect({ request, workbook: seen(workbook) }).toEqual({ request, workbook: before });
    } else {
      expect(workbook.activeSheet.name).toBe(sampleNames.report);
    }
  }
  expect(total - failures).toBeLessThanOrEqual(TIDYING);
  return failures;
}

/** Each Excel.run gives its references back at the end. */
const TIDYING = 2;

describe('a build that fails leaves the workbook exactly as it was', () => {
  it.each(['before', 'after'] as const)(
    'at every single request, %s it was done',
    async (when) => {
      const requests = await failEverywhere(
        fresh,
        () => writePlan(samplePlan(orders(30)), sampleBuild),
        when,
      );
      expect(requests).toBeGreaterThan(15);
    },
    120000,
  );

  it.each(['before', 'after'] as const)(
    'when it refreshes, too, %s',
    async (when) => {
      const prepare = async (): Promise<void> => {
        await fresh();
        const { build } = await writePlan(samplePlan(orders(30)), sampleBuild);
        refresh = build.id;
        const data = workbook.sheet(sampleNames.data)!;
        data.setInputs({ row: 3, column: 6 }, [['已回款']]);
        data.setInputs({ row: 5, column: 4 }, [[1]]);
        data.setInputs({ row: 50, column: 10 }, [['我的笔记']]);
        workbook.sheet(sampleNames.report)!.setInputs({ row: 9, column: 1 }, [[0.2]]);
      };
      let refresh = '';
      const work = async (): Promise<unknown> => {
        const later = [...orders(20, 5), ...orders(30, 100)];
        return writePlan(samplePlan(later, { months: 5, title: '新标题' }), { ...sampleBuild, refresh });
      };
      const requests = await failEverywhere(prepare, work, when);
      expect(requests).toBeGreaterThan(20);
    },
    240000,
  );

  it('when it is stopped between any two requests', async () => {
    for (let stopAt = 1; ; stopAt++) {
      await fresh();
      const before = JSON.stringify(seen(workbook));
      const stop = new AbortController();
      let calls = 0;
      const { signal } = stop;
      Object.defineProperty(signal, 'aborted', { get: () => ++calls >= stopAt });
      const error = await caught(writePlan(samplePlan(orders(10)), { ...sampleBuild, signal }));
      if (!error) break;
      expect(error.code).toBe('excel-cancelled');
      expect(JSON.stringify(seen(workbook))).toBe(before);
    }
  }, 120000);

  it('and says so when it could not be put back', async () => {
    await fresh();
    for (let request = 14; request < 200; request++) host.failRequest({ request, when: 'before' });
    const error = await caught(writePlan(samplePlan(orders(10)), sampleBuild));
    expect(error?.code).toBe('excel-restore-failed');
    expect(error?.details.sheets).toContain(sampleNames.report);
  });
});

describe('a build that can not begin', () => {
  beforeEach(fresh);

  it('says that the structure is protected', async () => {
    workbook.protect();
    const before = JSON.stringify(seen(workbook));
    expect((await caught(writePlan(samplePlan(orders(3)), sampleBuild)))?.code).toBe(
      'excel-structure-protected',
    );
    expect(JSON.stringify(seen(workbook))).toBe(before);
  });

  it('says which built sheet is protected', async () => {
    const { build } = await writePlan(samplePlan(orders(3)), sampleBuild);
    workbook.sheet(sampleNames.data)!.protect();
    const error = await caught(writePlan(samplePlan(orders(4)), { ...sampleBuild, refresh: build.id }));
    expect(error).toMatchObject({ code: 'excel-sheet-protected', details: { sheet: sampleNames.data } });
  });

  it('says when the build to refresh is gone', async () => {
    expect((await caught(writePlan(samplePlan(orders(3)), { ...sampleBuild, refresh: 'nope' })))?.code).toBe(
      'excel-build-gone',
    );
    expect((await caught(loadNames('nope')))?.code).toBe('excel-build-gone');
  });

  it('names the cells that stand in the way', async () => {
    const { build } = await writePlan(samplePlan(orders(3)), sampleBuild);
    workbook.sheet(sampleNames.data)!.setInputs({ row: 7, column: 2 }, [['合同在抽屉里']]);
    const before = JSON.stringify(seen(workbook));
    const error = await caught(writePlan(samplePlan(orders(30)), { ...sampleBuild, refresh: build.id }));
    expect(error).toMatchObject({
      code: 'excel-cells-in-the-way',
      details: { sheet: sampleNames.data, cells: 'C8' },
    });
    expect(JSON.stringify(seen(workbook))).toBe(before);
  });

  it('refuses when rows were inserted into the built part', async () => {
    const { build } = await writePlan(samplePlan(orders(3)), sampleBuild);
    workbook.sheet(sampleNames.report)!.insertCells({ row: 2, column: 0, rows: 1, columns: 16384 }, 'down');
    const error = await caught(writePlan(samplePlan(orders(3)), { ...sampleBuild, refresh: build.id }));
    expect(error).toMatchObject({ code: 'excel-layout-changed', details: { sheet: sampleNames.report } });
  });

  it('waits while a person edits a cell, then builds', async () => {
    workbook.editing = true;
    setTimeout(() => (workbook.editing = false), 120);
    await expect(writePlan(samplePlan(orders(3)), sampleBuild)).resolves.toMatchObject({ refreshed: [] });
  });
});
