import type { BookReading, TableReading } from '../reading/types';
import type { BuildRequest, TemplateEntry } from './types';

/** The tables that a template can be built from: by the order of its roles, the longest first. */
export function sourcesOf({ roles }: TemplateEntry, reading: BookReading): readonly TableReading[] {
  return reading.sheets
    .flatMap((sheet) => sheet.tables)
    .filter((table) => roles.includes(table.role) && table.rows.length > 0)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || b.rows.length - a.rows.length);
}

/** The source of a request to a template that is never built blank. */
export function sourceOf({ source }: BuildRequest): TableReading {
  if (!source) throw new Error('This template needs a source.');
  return source;
}
