import { DaybookError } from '../domain/errors';

/** How long the pane may compute before it lets clicks and painting through. */
const SLICE_MS = 30;

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Runs work that yields its progress, in slices short enough that the pane stays alive and “Stop” is heard. */
export async function drain<Progress, Result>(
  steps: Generator<Progress, Result>,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result> {
  if (signal.aborted) throw new DaybookError('excel-cancelled');
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    onProgress(step.value);
    await nextTask();
    if (signal.aborted) throw new DaybookError('excel-cancelled');
    sliceEnd = performance.now() + SLICE_MS;
  }
}
