import fc from 'fast-check';
import { digestOf } from '../../../src/templates/commission-sheet/digest';
import { KINDS } from '../../../src/templates/commission-sheet/layout';
import { amountOf } from '../../../src/templates/commission-sheet/plain';
import { errorsIn, sheetOf } from '../model';
import { ordersReading } from '../readings';
import { built, payRequest, t, workingOf } from './pay-books';
import { madeOf, TEAM, type Made } from './random-pay';

/** Every amount as a formula over the plan's tables and the rows: it equals what the domain computes, to the 分. */

async function expectPaid({ plan, orders }: Made): Promise<void> {
  const request = payRequest(ordersReading(orders), plan, { companions: { team: [TEAM] } });
  const digest = digestOf(request);
  if ('refusal' in digest) throw new Error(digest.refusal.code);
  // The page of one person shows what the others say, and is another test's.
  const workbook = await built(request, plan, ['person']);
  for (const name of [t.sheet, t.working, t.terms.sheet, t.data])
    expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
  const rows = workingOf(workbook);
  for (const paid of digest.run.months) {
    const said = rows.get(`${paid.month}/${paid.person}`)!;
    const of = (kind: (typeof KINDS)[number]): number => Number(said[t.columns[kind]] ?? 0) + 0;
    const where = `${paid.person} ${paid.month} ${paid.role}`;
    // One rounding of both together: which of the two bears its 分 is a matter of showing.
    const earned = amountOf(paid, 'commission') + amountOf(paid, 'accelerator');
    expect([where, 'earned', Math.round((of('commission') + of('accelerator')) * 100)]).toEqual([
      where,
      'earned',
      earned,
    ]);
    for (const kind of KINDS.filter((each) => each !== 'commission' && each !== 'accelerator')) {
      expect([where, kind, of(kind)]).toEqual([where, kind, amountOf(paid, kind) / 100]);
    }
    expect([where, said[t.columns.revenue], said[t.columns.pay], said[t.columns.moved]]).toEqual([
      where,
      paid.basis / 100,
      paid.pay / 100,
      0,
    ]);
  }
}

it('pays what the domain pays on plans of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      await expectPaid(madeOf(seed));
    }),
    { numRuns: 20 },
  );
});
