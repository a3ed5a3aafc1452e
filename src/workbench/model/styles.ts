import type { CellStyle, StyleChange } from './types';

export const DEFAULT_STYLE: CellStyle = Object.freeze({});

type Plain = { readonly [name: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

/** Sorted, without absent properties, empty groups and spelled-out defaults: equal styles become equal texts. */
function normal(style: Plain): Plain {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(style).sort()) {
    const value = isPlain(style[name]) ? normal(style[name]) : style[name];
    const isDefault =
      value === undefined ||
      value === null ||
      (name === 'numberFormat' && value === 'General') ||
      (name === 'locked' && value === true) ||
      (name !== 'locked' && value === false) ||
      ((name === 'indent' || name === 'rotation') && value === 0) ||
      (isPlain(value) && Object.keys(value).length === 0);
    if (!isDefault) result[name] = value;
  }
  return result;
}

function merged(base: Plain, change: Plain): Plain {
  const result: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const group = name === 'font' || name === 'borders';
    const before = result[name];
    result[name] = group && isPlain(value) ? merged(isPlain(before) ? before : {}, value) : value;
  }
  return result;
}

/** The styles of a workbook: equal styles are one object, so a cell holds a pointer and comparison is `===`. */
export class StyleTable {
  private readonly byText = new Map<string, CellStyle>([['{}', DEFAULT_STYLE]]);
  private readonly known = new WeakSet<CellStyle>([DEFAULT_STYLE]);

  intern(style: CellStyle): CellStyle {
    if (this.known.has(style)) return style;
    const plain = normal(style as Plain);
    const text = JSON.stringify(plain);
    const found = this.byText.get(text);
    if (found) return found;
    const added = deepFreeze(structuredClone(plain)) as CellStyle;
    this.byText.set(text, added);
    this.known.add(added);
    return added;
  }

  /** `style` with `change` merged in; null removes a property. */
  change(style: CellStyle, change: StyleChange): CellStyle {
    return this.intern(merged(style as Plain, change));
  }
}

function deepFreeze(value: Plain): Plain {
  for (const part of Object.values(value)) if (isPlain(part)) deepFreeze(part);
  return Object.freeze(value);
}
