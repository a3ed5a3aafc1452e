import type { BookReading, TableReading } from '../reading/types';
import { templateById } from '../templates';

/** The tables that a template can be built from, the surest and largest first. */
export function sourcesOf(template: string, reading: BookReading): readonly TableReading[] {
  const { roles } = templateById(template);
  return reading.sheets
    .flatMap((sheet) => sheet.tables)
    .filter((table) => roles.includes(table.role) && table.rows.length > 0)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || b.rows.length - a.rows.length);
}
