import type { RememberedTable } from '../reading/types';
import type { BuildRecord } from './record';

/** What the workbook's memory part holds, as far as it is sound. */
export interface Remembered {
  readonly builds: readonly BuildRecord[];
  readonly choices: readonly RememberedTable[];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts(value: Fields, ...names: string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function hasNumbers(value: unknown, ...names: string[]): boolean {
  return (
    isFields(value) && names.every((name) => Number.isInteger(value[name]) && (value[name] as number) >= 0)
  );
}

function isArea(value: unknown): boolean {
  return hasNumbers(value, 'row', 'column', 'rows', 'columns');
}

function isBlock(value: unknown): boolean {
  return (
    isFields(value) &&
    hasTexts(value, 'style') &&
    hasNumbers(value.at, 'row', 'column') &&
    isList(value.prints, (row) => isList(row, (print) => typeof print === 'string'))
  );
}

function isTable(value: unknown): boolean {
  return (
    isFields(value) &&
    hasTexts(value, 'role', 'name') &&
    isArea(value.planned) &&
    isList(value.columns, (column) => isFields(column) && hasTexts(column, 'id', 'header'))
  );
}

function isChart(value: unknown): boolean {
  return (
    isFields(value) &&
    hasTexts(value, 'name', 'kind', 'title') &&
    isArea(value.area) &&
    isArea(value.categories) &&
    isList(value.series, (series) => isFields(series) && isArea(series.values))
  );
}

function isPlaced(value: unknown): boolean {
  return isFields(value) && isArea(value.area);
}

function isSheet(value: unknown): boolean {
  return (
    isFields(value) &&
    hasTexts(value, 'role', 'id', 'name') &&
    isList(value.blocks, isBlock) &&
    isList(value.tables, isTable) &&
    isList(value.charts, isChart) &&
    isList(value.validations, isPlaced) &&
    isList(value.conditionalFormats, isPlaced) &&
    isList(value.widths, (width) => typeof width === 'number') &&
    isFields(value.print)
  );
}

function isSource(value: unknown): boolean {
  return isFields(value) && hasTexts(value, 'sheet', 'signature');
}

function isBuild(value: unknown): value is BuildRecord {
  return (
    isFields(value) &&
    hasTexts(value, 'id', 'template') &&
    (value.locale === 'zh-CN' || value.locale === 'en') &&
    (value.source === null || isSource(value.source)) &&
    isFields(value.companions) &&
    Object.values(value.companions).every((sources) => isList(sources, isSource)) &&
    isFields(value.options) &&
    isList(value.sheets, isSheet)
  );
}

function isChoice(value: unknown): value is RememberedTable {
  return isFields(value) && hasTexts(value, 'sheet', 'signature') && isFields(value.choices);
}

/** The sound part of what was remembered, and whether anything had to be left out. */
export function soundPart(value: unknown): { readonly sound: Remembered; readonly damaged: boolean } {
  const fields = isFields(value) ? value : {};
  const builds = Array.isArray(fields.builds) ? (fields.builds as unknown[]) : null;
  const choices = Array.isArray(fields.choices) ? (fields.choices as unknown[]) : null;
  const sound = { builds: builds?.filter(isBuild) ?? [], choices: choices?.filter(isChoice) ?? [] };
  const damaged = builds?.length !== sound.builds.length || choices?.length !== sound.choices.length;
  return { sound, damaged };
}
