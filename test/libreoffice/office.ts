import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice calculates every formula of a file that it opens, whatever values the file holds. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The program's path; null when LibreOffice is not installed. */
export function findOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = folders.flatMap((folder) =>
    ['soffice', 'libreoffice'].map((name) => path.join(folder, name)),
  );
  const usual = [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ];
  return (
    [process.env['SOFFICE'] ?? '', ...places, ...usual].find((place) => place !== '' && existsSync(place)) ??
    null
  );
}

/** Opens files in LibreOffice, which calculates them anew, and saves them in another format. Answers with the new files. */
export async function convert(
  office: string,
  files: readonly string[],
  format: string,
  folder: string,
): Promise<string[]> {
  const profile = await mkdtemp(path.join(tmpdir(), 'office-profile-'));
  try {
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run(office, [installation, '--headless', '--convert-to', format, '--outdir', folder, ...files], {
      timeout: 240_000 + files.length * 20_000,
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const extension = format.split(':')[0] ?? format;
  return files.map((file) => {
    const made = path.join(folder, `${path.basename(file, path.extname(file))}.${extension}`);
    if (!existsSync(made)) throw new Error(`LibreOffice could not open ${file}.`);
    return made;
  });
}
