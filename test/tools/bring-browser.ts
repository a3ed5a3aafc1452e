/** Brings the Chromium that the browser tests drive to a machine that has none. */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser';

function run(command: string, ...args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function installFromDebian(): boolean {
  if (spawnSync('apt-get', ['--version']).status !== 0) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command = '', ...before] = [...sudo, 'apt-get'];
  return (
    run(command, ...before, 'update') &&
    run(command, ...before, 'install', '-y', '--no-install-recommends', 'chromium')
  );
}

if (!findBrowser()) {
  console.log('The browser tests need Chromium and this machine has none: installing it.');
  if (!installFromDebian()) run('npx', 'playwright-core', 'install', 'chromium');
  if (!findBrowser()) {
    console.error(
      'No Chromium could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH, and run the tests again.',
    );
    process.exitCode = 1;
  }
}
