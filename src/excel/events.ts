import { supports, withExcel } from './run';

type Registered = OfficeExtension.EventHandlerResult<unknown>;

/** How long the sheets must be still before a change is told: a person types on, a paste comes in many parts. */
const DELAY = 800;

let ownWork = 0;
let quietUntil = 0;

/** Runs work of our own during which changes are not told: they are no news to the pane. */
export async function unwatched<T>(work: () => Promise<T>): Promise<T> {
  ownWork++;
  try {
    return await work();
  } finally {
    ownWork--;
    // Events of our own last request arrive after it.
    quietUntil = Date.now() + DELAY;
  }
}

/** Calls back once things are still after a person changed, added, removed or renamed a sheet; returns how to stop. */
export async function watchWorkbook(onChange: () => void, delay = DELAY): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): Promise<void> => {
    if (ownWork === 0 && Date.now() >= quietUntil) {
      clearTimeout(timer);
      timer = setTimeout(onChange, delay);
    }
    return Promise.resolve();
  };
  const registered = await withExcel({}, async (session) => {
    const { worksheets } = session.workbook;
    const handlers: Registered[] = [
      worksheets.onChanged.add(changed),
      worksheets.onAdded.add(changed),
      worksheets.onDeleted.add(changed),
    ];
    if (supports('1.17')) handlers.push(worksheets.onNameChanged.add(changed));
    await session.sync();
    return handlers;
  });
  return async () => {
    clearTimeout(timer);
    const [first] = registered;
    if (!first) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of registered) handler.remove();
      await context.sync();
    });
  };
}
