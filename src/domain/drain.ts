import { DaybookError } from './errors';

/** How long work may go on before it lets clicks, painting and messages through. */
export const SLICE_MS = 30;

/** A long calculation that yields often and ends with a result. */
export type Steps<Result, Progress = void> = Generator<Progress, Result>;

/** Rows that are worked on between two yields. */
export const ROWS_A_STEP = 200;

/** Lets other tasks run. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The end that a person asked for. */
export function cancelled(): DaybookError {
  return new DaybookError('excel-cancelled');
}

/** Runs work that yields its progress, in slices short enough that its thread stays alive and “Stop” is heard. */
export async function drain<Progress, Result>(
  steps: Steps<Result, Progress>,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Result> {
  if (signal?.aborted) throw cancelled();
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    onProgress(step.value);
    await nextTask();
    if (signal?.aborted) throw cancelled();
    sliceEnd = performance.now() + SLICE_MS;
  }
}

/** Runs it in one go, where nobody waits. */
export function finish<Result>(steps: Steps<Result, unknown>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
