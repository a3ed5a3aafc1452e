/* Finds the Chromium that the browser tests drive. Run as a script it brings one where there is none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const KNOWN_PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser's path, or null where none is known. */
export async function findBrowser() {
  const known = KNOWN_PLACES.find((place) => place && existsSync(place));
  if (known) return known;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function run(command, args) {
  process.stdout.write(`> ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function has(command) {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // `command -v` says no by its exit code.
  }
}

async function bring() {
  if (await findBrowser()) return;
  process.stdout.write('The browser tests need Chromium and this machine has none: installing it.\n');
  if (process.platform === 'linux' && has('apt-get')) {
    const root = process.getuid?.() === 0;
    const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) return;
  }
  run('npx', ['playwright-core', 'install', 'chromium']);
  if (await findBrowser()) return;
  process.stderr.write(
    'No Chromium could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, and run the tests again.\n',
  );
  process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await bring();
