import type http from 'node:http';
import path from 'node:path';
import open from 'open';
import { addressOf, serveWorkbench } from './serve';

const DEFAULT_PORT = 3000;

/** The usual port, or any free one where that is taken and nobody asked for a certain one. */
async function serve(root: string): Promise<http.Server> {
  if (process.env.PORT !== undefined) return serveWorkbench(root, Number(process.env.PORT));
  try {
    return await serveWorkbench(root, DEFAULT_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serveWorkbench(root, 0);
  }
}

async function main(): Promise<void> {
  const address = addressOf(await serve(path.resolve(__dirname, '../../..')));
  process.stdout.write(`The workbench is open at ${address}\nPress Ctrl+C to stop.\n`);
  if (!process.stdout.isTTY || process.env.CI) return;
  const browser = await open(address);
  // A machine without a browser still has the address above.
  browser.on('error', () => browser.unref());
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The workbench could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
