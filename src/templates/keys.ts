/** Stable, unique keys of a table's rows: the row's own number where it has one, so that corrections keep the row. */
export class RowKeys {
  private readonly taken = new Set<string>();
  private readonly shared: ReadonlySet<string>;

  /** @param numbers those of all rows: one that stands for several rows is no row's own */
  constructor(numbers: readonly (string | null)[]) {
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const number of numbers) {
      if (number === null) continue;
      if (seen.has(number)) shared.add(number);
      seen.add(number);
    }
    this.shared = shared;
  }

  /** `identity` says what the row is where the number is missing or stands for several rows. */
  key(number: string | null, identity: () => string): string {
    if (number !== null && !this.shared.has(number) && this.take(number)) return number;
    const base = number === null ? identity() : `${number}/${identity()}`;
    if (this.take(base)) return base;
    let copy = 2;
    while (!this.take(`${base}#${copy}`)) copy++;
    return `${base}#${copy}`;
  }

  private take(key: string): boolean {
    if (this.taken.has(key)) return false;
    this.taken.add(key);
    return true;
  }
}
