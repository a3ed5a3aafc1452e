import { readFileSync } from 'node:fs';
import type { Texts } from '../locales';
import { FIELDS, ROLES, type DateOrder, type Field, type Role, type TableChoices } from '../reading/types';
import { UsageFailure } from './failure';

/** What --map says: which sheets to build from, how their tables are to be read, the template's options. */
export interface MapFile {
  /** A sheet; null builds the template empty, where it can be. */
  readonly source?: string | null;
  /** Sheets by the companion's id. */
  readonly companions: Readonly<Record<string, readonly string[]>>;
  readonly sheets: Readonly<Record<string, TableChoices>>;
  readonly options: Readonly<Record<string, string>>;
}

export const EMPTY_MAP: MapFile = { companions: {}, sheets: {}, options: {} };

type Check<T> = (value: unknown, where: string) => T;
type Json = Readonly<Record<string, unknown>>;

/** Reads and checks a map file; whatever is wrong in it is named by its place. */
export function readMap(file: string, texts: Texts): MapFile {
  const wrong = (where: string, expected: string): UsageFailure =>
    new UsageFailure(texts.cli.mapInvalid({ file, where, expected }));

  const object: Check<Json> = (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, '{…}');
    return value as Json;
  };
  const known = (value: Json, where: string, keys: readonly string[]): void => {
    const strange = Object.keys(value).find((key) => !keys.includes(key));
    if (strange !== undefined) throw wrong(`${where}.${strange}`, keys.join(' | '));
  };
  const oneOf =
    <T extends string>(choices: readonly T[]): Check<T> =>
    (value, where) => {
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw wrong(where, choices.join(' | '));
      return found;
    };
  const text: Check<string> = (value, where) => {
    if (typeof value !== 'string') throw wrong(where, '"…"');
    return value;
  };
  const positive: Check<number> = (value, where) => {
    if (typeof value !== 'number' || !(value > 0) || !Number.isFinite(value)) throw wrong(where, '> 0');
    return value;
  };
  const row: Check<number> = (value, where) => {
    if (!Number.isInteger(value) || (value as number) < 1) throw wrong(where, '1, 2, 3 …');
    return (value as number) - 1;
  };
  const list =
    <T>(check: Check<T>): Check<T[]> =>
    (value, where) => {
      if (!Array.isArray(value)) throw wrong(where, '[…]');
      return value.map((item, index) => check(item, `${where}[${index}]`));
    };
  const record =
    <T>(check: Check<T>): Check<Record<string, T>> =>
    (value, where) =>
      Object.fromEntries(
        Object.entries(object(value, where)).map(([key, item]) => [key, check(item, `${where}.${key}`)]),
      );
  const headerRows: Check<readonly [number, number] | null> = (value, where) => {
    if (value === null) return null;
    const rows = list(row)(value, where);
    const [first, last] = rows;
    if (rows.length !== 2 || first === undefined || last === undefined || last < first)
      throw wrong(where, '[1, 2]');
    return [first, last];
  };
  const fieldOrNone: Check<Field | null> = (value, where) =>
    value === null ? null : oneOf(FIELDS)(value, where);

  const tableChoices: Check<TableChoices> = (value, where) => {
    const json = object(value, where);
    known(json, where, ['role', 'header_rows', 'fields', 'units', 'date_orders', 'leave_out']);
    return {
      ...(json.role === undefined ? {} : { role: oneOf<Role>(ROLES)(json.role, `${where}.role`) }),
      ...(json.header_rows === undefined
        ? {}
        : { headerRows: headerRows(json.header_rows, `${where}.header_rows`) }),
      ...(json.fields === undefined ? {} : { fields: record(fieldOrNone)(json.fields, `${where}.fields`) }),
      ...(json.units === undefined ? {} : { factors: record(positive)(json.units, `${where}.units`) }),
      ...(json.date_orders === undefined
        ? {}
        : {
            dateOrders: record(oneOf<DateOrder>(['ymd', 'mdy', 'dmy']))(
              json.date_orders,
              `${where}.date_orders`,
            ),
          }),
      ...(json.leave_out === undefined ? {} : { leaveOut: list(row)(json.leave_out, `${where}.leave_out`) }),
    };
  };

  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageFailure(
      missing ? texts.cli.fileMissing({ file }) : texts.cli.mapNotJson({ file, reason }),
    );
  }
  const json = object(parsed, '$');
  known(json, '$', ['source', 'companions', 'sheets', 'options']);
  return {
    ...(json.source === undefined
      ? {}
      : { source: json.source === null ? null : text(json.source, '$.source') }),
    companions: json.companions === undefined ? {} : record(list(text))(json.companions, '$.companions'),
    sheets: json.sheets === undefined ? {} : record(tableChoices)(json.sheets, '$.sheets'),
    options: json.options === undefined ? {} : record(text)(json.options, '$.options'),
  };
}
