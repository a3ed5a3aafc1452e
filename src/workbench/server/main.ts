import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import open from 'open';
import { workbenchMiddleware } from './middleware';

const DEFAULT_PORT = 3000;

/** Serves the workbench over what `npm run build` made; port 0 takes any free one. */
export function serveWorkbench(root: string, port: number): Promise<http.Server> {
  const chain = workbenchMiddleware(root);
  const server = http.createServer((request, response) => {
    const step = (index: number, error?: unknown): void => {
      const middleware = chain[index];
      if (error) response.writeHead(500).end(String(error));
      else if (middleware) middleware(request, response, (failure) => step(index + 1, failure));
      else response.writeHead(404).end(`Nothing at ${request.url ?? ''}`);
    };
    step(0);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

async function main(): Promise<void> {
  const wanted = Number(process.env.PORT ?? DEFAULT_PORT);
  const root = path.resolve(__dirname, '../../..');
  const server = await serveWorkbench(root, wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && process.env.PORT === undefined) return serveWorkbench(root, 0);
    throw error;
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}/workbench/`;
  process.stdout.write(`Daybook's workbench is open at ${address}\nPress Ctrl+C to stop.\n`);
  if (process.stdout.isTTY && !process.env.CI) {
    // A machine without a browser still has the address above.
    const browser = await open(address).catch(() => null);
    browser?.on('error', () => browser.unref());
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(
      `The workbench could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  });
}
