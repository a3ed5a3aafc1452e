/** @jest-environment ./test/tools/office-dom-environment */
import { screen, waitFor } from '@testing-library/react';
import { excelHost, type Host } from '../../src/taskpane/host';
import { WorkerClient } from '../../src/worker/client';
import { openInPage, type OpenPort } from '../../src/worker/port';
import type { Request } from '../../src/worker/protocol';
import { bookRead, button, closePane, findHeading, keptWorkbook, openPane, templateButton } from './pane';

jest.setTimeout(60_000);

/** How long a worker takes for a request before it begins with it; Infinity for one that hangs. */
type Delay = (request: Request, worker: number) => number;

/** A pane whose workers are slow. */
function slowHost(delay: Delay): Host {
  let workers = 0;
  const open: OpenPort = async (events) => {
    const number = workers++;
    const port = await openInPage(events);
    return {
      ...port,
      post: (request) => {
        const wait = delay(request, number);
        if (wait < Infinity) setTimeout(() => port.post(request), wait);
      },
    };
  };
  return { ...excelHost, openWorker: () => new WorkerClient(open) };
}

beforeEach(() => keptWorkbook());
afterEach(closePane);

test('what takes a while is said where its figures will stand, and the rest of the pane stays usable', async () => {
  const pane = await openPane(slowHost(({ kind }) => (kind === 'prepare' ? 1500 : 0)));
  const { pane: words } = pane.texts;
  await bookRead(pane);
  await pane.user.click(templateButton(pane, 'monthly-summary'));
  await screen.findByText(words.steps.plan, {}, { timeout: 5000 });
  expect(button(words.build).getAttribute('aria-disabled')).toBe('true');
  await screen.findByText(words.rowsUsed({ n: 38 }), {}, { timeout: 20_000 });
  expect(screen.queryByText(words.steps.plan)).toBeNull();
});

test('“Stop” ends a worker that hangs over a build; the next build gets a fresh one with the workbook', async () => {
  const hangs: Delay = ({ kind }, worker) => (kind === 'build' && worker === 0 ? Infinity : 0);
  const pane = await openPane(slowHost(hangs));
  const { pane: words, catalog } = pane.texts;
  await bookRead(pane);
  await pane.user.click(templateButton(pane, 'monthly-summary'));
  await screen.findByText(words.rowsUsed({ n: 38 }), {}, { timeout: 20_000 });
  await pane.user.click(button(words.build));
  await waitFor(() => expect(screen.getByText(new RegExp(words.steps.plan))).toBeTruthy());
  await pane.user.click(button(words.stop));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(workbook.sheets).toHaveLength(3);
  expect(screen.queryByRole('alert')).toBeNull();
  await pane.user.click(button(words.build));
  await findHeading(words.built({ title: catalog['monthly-summary'].name }));
  expect(workbook.sheets.length).toBeGreaterThan(3);
});

test('a worker that breaks down is told with its reason, and the next reading is fine', async () => {
  let workers = 0;
  const open: OpenPort = async (events) => {
    const first = workers++ === 0;
    const port = await openInPage(events);
    const lose = (): void => void setTimeout(() => events.onLost(new Error('内存不足')));
    return { ...port, post: (request) => (first && request.kind === 'read' ? lose() : port.post(request)) };
  };
  const pane = await openPane({ ...excelHost, openWorker: () => new WorkerClient(open) });
  const { pane: words } = pane.texts;
  const alert = await screen.findByRole('alert', {}, { timeout: 10_000 });
  expect(alert.textContent).toContain(words.unexpected({ message: '内存不足' }));
  await pane.user.click(button(words.tryAgain));
  await bookRead(pane);
  expect(workers).toBe(2);
});
