import { DaybookError } from '../../src/domain/errors';
import { drain } from '../../src/domain/drain';

/** Each step keeps the thread for `ms`, as reading a long sheet does. */
function* busySteps(steps: number, ms: number): Generator<number, string> {
  for (let step = 1; step <= steps; step++) {
    const end = performance.now() + ms;
    while (performance.now() < end);
    yield step;
  }
  return 'done';
}

test('gives the result, and lets other tasks run in between', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const told: number[] = [];
  const result = await drain(busySteps(40, 5), (step) => told.push(step), new AbortController().signal);
  clearInterval(timer);
  expect(result).toBe('done');
  expect(ticks).toBeGreaterThanOrEqual(3);
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

test('stops soon after it is told to', async () => {
  const controller = new AbortController();
  let last = 0;
  const work = drain(
    busySteps(1000, 5),
    (step) => {
      last = step;
      controller.abort();
    },
    controller.signal,
  );
  await expect(work).rejects.toEqual(new DaybookError('excel-cancelled'));
  expect(last).toBeLessThan(50);
});

test('what the work throws comes out', async () => {
  // eslint-disable-next-line require-yield
  function* failing(): Generator<number, void> {
    throw new DaybookError('money-too-large');
  }
  await expect(drain(failing(), () => undefined, new AbortController().signal)).rejects.toThrow(
    'money-too-large',
  );
});
