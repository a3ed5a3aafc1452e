/** A copy of plain data without some of its members. */
export function omit<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = { ...from };
  for (const key of keys) delete rest[key];
  return rest;
}

/** The name under which a table has a value. */
export function nameOf<T extends object>(table: T, value: T[keyof T]): (keyof T & string) | undefined {
  return namesOf(table).find((name) => table[name] === value);
}

/** The names of a table, in order. */
export function namesOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
