import http from 'node:http';
import { workbenchMiddleware } from './middleware';

/** Serves the workbench over what `npm run build` made; port 0 takes any free one. */
export function serveWorkbench(root: string, port: number): Promise<http.Server> {
  const chain = workbenchMiddleware(root);
  const server = http.createServer((request, response) => {
    const step = (index: number, error?: unknown): void => {
      const middleware = chain[index];
      if (error instanceof Error) response.writeHead(500).end(error.message);
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

export function addressOf(server: http.Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return `http://localhost:${address.port}/workbench/`;
}
