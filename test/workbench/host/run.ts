/** Runs with the active sheet, and syncs at the end. */
export function onSheet<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
    return result;
  });
}

/** The code of the error that a promise fails with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return 'no error';
}

/** Waits until something is so, at most a second. */
export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 1000) throw new Error(`Not so after a second: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
