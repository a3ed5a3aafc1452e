import { nameKey } from '../../reading/text';

/** One spelling for each person, whichever way sheets write the name: the one that was met first. */
export class Names {
  private readonly spelling = new Map<string, string>();

  of(name: string): string {
    const key = nameKey(name);
    const known = this.spelling.get(key);
    if (known !== undefined) return known;
    this.spelling.set(key, name);
    return name;
  }
}
