import type { GridValue } from './grid';
import { parseNumber, type NumberText } from './numbers';
import { isBlank, isDitto, isErrorText, isPlaceholder, nameKey, trimmed } from './text';
import type { ReadValue } from './types';
import { scaled } from './units';

const CACHE_LIMIT = 50_000;

/** Reads numbers of one column: its unit, its decimal sign, and texts that say their own unit. */
export class NumberColumn {
  private readonly cache = new Map<string, NumberText | null>();

  constructor(
    private readonly exponent: number,
    private readonly decimalComma: boolean,
    private readonly percent: boolean,
  ) {}

  /** The number, or null when there is none to be read. */
  read(value: GridValue, percentFormat: boolean): number | null {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return null;
      return this.exponent === 0 || (percentFormat && this.percent) ? value : scaled(value, this.exponent);
    }
    if (typeof value === 'boolean') return null;
    const parsed = this.parse(value);
    if (!parsed || !Number.isFinite(parsed.value)) return null;
    if (parsed.percent || parsed.ownUnit) return parsed.value;
    return scaled(parsed.value, this.exponent);
  }

  private parse(text: string): NumberText | null {
    const known = this.cache.get(text);
    if (known !== undefined) return known;
    const parsed = this.percent
      ? (discounted(text) ?? parseNumber(trimmed(text), this.decimalComma))
      : parseNumber(trimmed(text), this.decimalComma);
    if (this.cache.size < CACHE_LIMIT) this.cache.set(text, parsed);
    return parsed;
  }
}

/** 9.5折 and 95折 are 0.95 of the price. */
function discounted(text: string): NumberText | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*折\s*$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  return { value: scaled(value, value > 10 ? -2 : -1), percent: true, ownUnit: true };
}

/** Reads texts of one column; equal texts are cleaned once. */
export class TextColumn {
  private readonly cache = new Map<string, string | null>();
  private readonly spellings = new Map<string, string>();
  /** Spellings that were replaced by another of the same name. */
  readonly unified = new Map<string, string>();

  constructor(private readonly names: boolean) {}

  read(value: GridValue): ReadValue {
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return value;
    const known = this.cache.get(value);
    if (known !== undefined) return known;
    const clean = this.clean(value);
    if (this.cache.size < CACHE_LIMIT) this.cache.set(value, clean);
    return clean;
  }

  private clean(value: string): string | null {
    const text = trimmed(value);
    if (text === '' || isPlaceholder(text) || isErrorText(text)) return null;
    if (!this.names) return text;
    const key = nameKey(text);
    if (key === '') return text;
    const first = this.spellings.get(key);
    if (first === undefined) {
      const shown = text.replace(/[（(【[]\s*[)）】\]]\s*$/, '').trim() || text;
      this.spellings.set(key, shown);
      return shown;
    }
    if (first !== text) this.unified.set(text, first);
    return first;
  }
}

/** An id as text: a number's digits as they are, never 1.2E+17, no ".0" of an export. */
export function idText(value: GridValue): string | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value === 'boolean') return String(value);
  const text = trimmed(value);
  if (text === '' || isPlaceholder(text) || isErrorText(text)) return null;
  const exported = /^(\d+)\.0$/.exec(text);
  return exported?.[1] ?? text.replace(/^'(?=\d)/, '');
}

/** Whether a cell holds nothing that could be read: blank, a dash, an error (errors are reported by the caller). */
export function saysNothing(value: GridValue): boolean {
  if (typeof value !== 'string') return false;
  return isBlank(value) || isPlaceholder(trimmed(value));
}

export { isDitto };
