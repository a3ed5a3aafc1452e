import { nameKey } from '../../reading/text';

/** One spelling for each person, whichever way sheets write the name: the one that was met first. */
export class Names {
  private readonly spelling = new Map<string, string>();
  private readonly seen = new Map<string, string>();

  of(name: string): string {
    const before = this.seen.get(name);
    if (before !== undefined) return before;
    const key = nameKey(name);
    const spelling = this.spelling.get(key) ?? name;
    this.spelling.set(key, spelling);
    this.seen.set(name, spelling);
    return spelling;
  }
}
