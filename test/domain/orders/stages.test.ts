import { STAGES, stageReached, stageSlip } from '../../../src/domain/orders/stages';
import { dayOfText } from '../calendar/texts';

const day = dayOfText;

test('the way of an order has twelve stages in order', () => {
  expect(STAGES).toHaveLength(12);
  expect([...STAGES].indexOf('contract')).toBeLessThan([...STAGES].indexOf('number'));
});

test('the furthest dated stage is where the order stands, whatever is blank before it', () => {
  const dates = { lead: day('2024-03-01'), contract: day('2024-03-05') };
  expect(stageReached(dates, day('2024-03-06'))).toBe('contract');
  expect(stageReached(dates, day('2024-03-04'))).toBe('lead');
  expect(stageReached(dates, day('2024-03-05'))).toBe('contract');
  expect(stageReached({}, day('2024-03-05'))).toBeNull();
  expect(stageReached({ installed: day('2024-03-05') + 0.7 }, day('2024-03-05'))).toBe('installed');
});

test('a status can say more than the dates, never less', () => {
  const dates = { contract: day('2024-03-05') };
  expect(stageReached(dates, day('2024-03-06'), 'installed')).toBe('installed');
  expect(stageReached(dates, day('2024-03-06'), 'lead')).toBe('contract');
});

test('a stage dated before an earlier one is a slip; chasing and care are not on the way', () => {
  expect(stageSlip({ contract: day('2024-03-05'), installed: day('2024-03-04') })).toEqual({
    stage: 'installed',
    before: 'contract',
  });
  expect(stageSlip({ contract: day('2024-03-05') + 0.9, installed: day('2024-03-05') + 0.1 })).toBeNull();
  expect(
    stageSlip({ chase: day('2024-03-09'), contract: day('2024-03-05'), aftercare: day('2024-03-01') }),
  ).toBeNull();
});
