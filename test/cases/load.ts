import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every JSON case of a folder beside this file, with the file's name; a folder without cases is a mistake. */
export function loadCases<Case>(folder: string): [name: string, data: Case][] {
  const path = join(__dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new Error(`No cases in ${path}`);
  return files.map((file) => [
    file.slice(0, -'.json'.length),
    JSON.parse(readFileSync(join(path, file), 'utf8')) as Case,
  ]);
}
