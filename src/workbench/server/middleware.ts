import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

type Next = (error?: unknown) => void;
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Runs inside the add-in's frame before office.js and makes the page around it that frame's Excel. */
const ATTACH_SCRIPT = 'window.parent.workbenchHost.attach(window);\n';
const OFFICE_JS_TAG = /<script([^>]*?) src="?https:\/\/[^">\s]*\/office\.js"?([^>]*)><\/script>/;

/**
 * Points the add-in's page at the local, unmodified office.js, with the attach script before it.
 * Everything else of the page stays as it is shipped.
 */
export function withLocalOffice(html: string): string {
  if (!OFFICE_JS_TAG.test(html))
    throw new Error('The add-in page has no script tag for office.js to point at the local copy');
  return html.replace(
    OFFICE_JS_TAG,
    '<script src="/workbench/attach.js"></script><script$1 src="/office-js/office.js"$2></script>',
  );
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' });
  response.end(body);
}

/** All that the workbench serves: its own page at /workbench/, the shipped add-in at /, office.js from its package. */
export function workbenchMiddleware(root: string): Middleware[] {
  const addin = path.join(root, 'dist');
  const page = sirv(path.join(root, 'dist-workbench'), { dev: true });
  const office = sirv(path.join(root, 'node_modules/@microsoft/office-js/dist'), { maxAge: 86400 });
  const mounted =
    (prefix: string, serve: Middleware): Middleware =>
    (request, response, next) => {
      if (!request.url?.startsWith(prefix)) return next();
      request.url = request.url.slice(prefix.length - 1);
      serve(request, response, () => {
        response.writeHead(404).end(`Nothing at ${prefix}${request.url ?? ''}`);
      });
    };
  return [
    (request, response, next) => {
      const url = (request.url ?? '/').split('?')[0];
      if (url === '/') response.writeHead(302, { Location: '/workbench/' }).end();
      else if (url === '/workbench/attach.js') send(response, 'text/javascript', ATTACH_SCRIPT);
      else if (url === '/taskpane.html') {
        readFile(path.join(addin, 'taskpane.html'), 'utf8')
          .then((html) => send(response, 'text/html', withLocalOffice(html)))
          .catch(next);
      } else next();
    },
    mounted('/office-js/', office),
    mounted('/workbench/', page),
    sirv(addin, { dev: true }),
  ];
}
