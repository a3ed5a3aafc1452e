import type {
  Area,
  CellValue,
  ConditionalFormatModel,
  ConditionalRule,
  DifferentialStyle,
  Position,
  SheetModel,
} from '../../model/types';
import { containsCell } from '../areas';
import { usedPart } from '../edit/cells';
import { mixColors } from './colors';
import type { Evaluate } from './evaluate';

export interface DataBar {
  readonly color: string;
  /** Where the bar begins and how long it is, as shares of the cell. */
  readonly start: number;
  readonly length: number;
  readonly negative: boolean;
}

export interface ConditionalLook {
  readonly style: DifferentialStyle | null;
  readonly bar: DataBar | null;
  readonly icon: string | null;
}

const NOTHING: ConditionalLook = { style: null, bar: null, icon: null };

interface Scale {
  readonly sorted: readonly number[];
}

/** What the conditional formats of a sheet say about its cells; made anew whenever the contents change. */
export class ConditionalFormats {
  private readonly ordered: readonly ConditionalFormatModel[];
  private readonly scales = new Map<string, Scale>();
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly found = new Map<string, ConditionalLook>();

  constructor(
    private readonly sheet: SheetModel,
    private readonly evaluate: Evaluate,
  ) {
    this.ordered = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  }

  at(row: number, column: number): ConditionalLook {
    if (this.ordered.length === 0) return NOTHING;
    const key = `${row},${column}`;
    let look = this.found.get(key);
    if (!look) {
      look = this.lookAt({ row, column });
      this.found.set(key, look);
    }
    return look;
  }

  private lookAt(at: Position): ConditionalLook {
    let style: DifferentialStyle | null = null;
    let bar: DataBar | null = null;
    let icon: string | null = null;
    for (const format of this.ordered) {
      if (!format.areas.some((area) => containsCell(area, at))) continue;
      const { rule } = format;
      const value = this.sheet.value(at.row, at.column);
      if (rule.kind === 'dataBar') bar ??= this.barOf(format, rule, value);
      else if (rule.kind === 'colorScale') {
        const fill = this.scaleColor(format, rule, value);
        // The rule of the higher priority keeps what it set.
        if (fill) style = merge(style, { fill });
      } else if (rule.kind === 'iconSet') icon ??= this.iconOf(format, rule, value);
      else if (this.holds(format, rule, at, value)) {
        style = merge(style, rule.style);
        if (format.stopIfTrue) break;
      }
    }
    return style || bar || icon ? { style, bar, icon } : NOTHING;
  }

  private holds(
    format: ConditionalFormatModel,
    rule: Extract<ConditionalRule, { style: DifferentialStyle }>,
    at: Position,
    value: CellValue,
  ): boolean {
    switch (rule.kind) {
      case 'custom': {
        const result = this.single(format, rule.formula, at);
        return result === true || (typeof result === 'number' && result !== 0);
      }
      case 'cellValue':
        return this.compares(format, rule, at, value);
      case 'containsText': {
        const text = (typeof value === 'object' ? '' : String(value)).toLowerCase();
        const wanted = rule.text.toLowerCase();
        switch (rule.operator) {
          case 'contains':
            return text.includes(wanted);
          case 'notContains':
            return !text.includes(wanted);
          case 'beginsWith':
            return text.startsWith(wanted);
          case 'endsWith':
            return text.endsWith(wanted);
        }
      }
      // eslint-disable-next-line no-fallthrough -- every operator above returns
      case 'duplicates': {
        if (value === null || typeof value === 'object') return false;
        const count = this.countsOf(format).get(String(value).toLowerCase()) ?? 0;
        return rule.unique ? count === 1 : count > 1;
      }
    }
  }

  private compares(
    format: ConditionalFormatModel,
    rule: Extract<ConditionalRule, { kind: 'cellValue' }>,
    at: Position,
    value: CellValue,
  ): boolean {
    if (typeof value === 'object' && value !== null) return false;
    const first = order(value, this.single(format, rule.formula1, at));
    if (first === null) return false;
    const second = (): number => order(value, this.single(format, rule.formula2 ?? '0', at)) ?? 0;
    switch (rule.operator) {
      case 'between':
        return first >= 0 && second() <= 0;
      case 'notBetween':
        return first < 0 || second() > 0;
      case 'equal':
        return first === 0;
      case 'notEqual':
        return first !== 0;
      case 'greaterThan':
        return first > 0;
      case 'lessThan':
        return first < 0;
      case 'greaterThanOrEqual':
        return first >= 0;
      case 'lessThanOrEqual':
        return first <= 0;
    }
  }

  private single(format: ConditionalFormatModel, formula: string, at: Position): CellValue {
    const origin = format.areas[0] ?? at;
    return (
      this.evaluate(this.sheet, formula.startsWith('=') ? formula : `=${formula}`, origin, at)[0]?.[0] ?? null
    );
  }

  private barOf(
    format: ConditionalFormatModel,
    rule: Extract<ConditionalRule, { kind: 'dataBar' }>,
    value: CellValue,
  ): DataBar | null {
    const { sorted } = this.scaleOf(format);
    if (typeof value !== 'number' || sorted.length === 0) return null;
    const low = rule.min === undefined ? Math.min(0, sorted[0] ?? 0) : Number(rule.min);
    const high = rule.max === undefined ? Math.max(0, sorted.at(-1) ?? 0) : Number(rule.max);
    if (!(high > low)) return null;
    const share = (number: number): number => Math.min(1, Math.max(0, (number - low) / (high - low)));
    const zero = share(Math.max(low, Math.min(high, 0)));
    const end = share(value);
    return {
      color: rule.color,
      start: Math.min(zero, end),
      length: Math.abs(end - zero),
      negative: end < zero,
    };
  }

  private scaleColor(
    format: ConditionalFormatModel,
    rule: Extract<ConditionalRule, { kind: 'colorScale' }>,
    value: CellValue,
  ): string | null {
    const { sorted } = this.scaleOf(format);
    if (typeof value !== 'number' || sorted.length === 0) return null;
    const stops = rule.points.map((point) => ({ at: threshold(point, sorted), color: point.color }));
    const upper = stops.findIndex((stop) => value <= stop.at);
    const next = stops[upper < 0 ? stops.length - 1 : upper];
    const before = stops[upper < 0 ? stops.length - 1 : Math.max(0, upper - 1)];
    if (!next || !before) return null;
    const span = next.at - before.at;
    return mixColors(before.color, next.color, span > 0 ? (value - before.at) / span : 0);
  }

  private iconOf(
    format: ConditionalFormatModel,
    rule: Extract<ConditionalRule, { kind: 'iconSet' }>,
    value: CellValue,
  ): string | null {
    const { sorted } = this.scaleOf(format);
    if (typeof value !== 'number' || sorted.length === 0) return null;
    const icons = iconsOf(rule.set, rule.points.length);
    let index = 0;
    rule.points.forEach((point, i) => {
      if (i > 0 && value >= threshold(point, sorted)) index = i;
    });
    return icons[index] ?? null;
  }

  private scaleOf(format: ConditionalFormatModel): Scale {
    let scale = this.scales.get(format.id);
    if (!scale) {
      const sorted = this.valuesOf(format).filter((value) => typeof value === 'number');
      sorted.sort((a, b) => a - b);
      scale = { sorted };
      this.scales.set(format.id, scale);
    }
    return scale;
  }

  private countsOf(format: ConditionalFormatModel): Map<string, number> {
    let counts = this.counts.get(format.id);
    if (!counts) {
      counts = new Map();
      for (const value of this.valuesOf(format)) {
        if (value === null || typeof value === 'object') continue;
        const key = String(value).toLowerCase();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      this.counts.set(format.id, counts);
    }
    return counts;
  }

  private valuesOf({ areas }: ConditionalFormatModel): CellValue[] {
    const used = areas.flatMap((area: Area) => usedPart(this.sheet, area) ?? []);
    return used.flatMap((area) => this.sheet.values(area).flat());
  }
}

function merge(first: DifferentialStyle | null, then: DifferentialStyle): DifferentialStyle {
  return first ? { ...then, ...first, font: { ...then.font, ...first.font } } : then;
}

/** Excel's order of values: numbers, then texts, then truth values; null when it cannot be told. */
function order(a: CellValue, b: CellValue): number | null {
  if (typeof b === 'object' && b !== null) return null;
  const rank = (value: CellValue): number =>
    typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0;
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string') {
    const [x, y] = [left.toLowerCase(), String(right).toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

/** The number at which a colour or icon begins. */
function threshold(
  point: { readonly type: string; readonly value?: string },
  sorted: readonly number[],
): number {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  const value = Number(point.value?.replace(/^=/, '') ?? 0);
  switch (point.type.toLowerCase()) {
    case 'min':
    case 'lowestvalue':
      return low;
    case 'max':
    case 'highestvalue':
      return high;
    case 'percent':
      return low + ((high - low) * value) / 100;
    case 'percentile': {
      const position = ((sorted.length - 1) * value) / 100;
      const below = sorted[Math.floor(position)] ?? low;
      return below + ((sorted[Math.ceil(position)] ?? below) - below) * (position % 1);
    }
    default:
      return value;
  }
}

function iconsOf(set: string, count: number): readonly string[] {
  const name = set.toLowerCase();
  if (name.includes('arrow'))
    return count === 3 ? ['↓', '→', '↑'] : count === 4 ? ['↓', '↘', '↗', '↑'] : ['↓', '↘', '→', '↗', '↑'];
  if (name.includes('symbol')) return ['✕', '!', '✓'];
  if (name.includes('star')) return ['☆', '⯪', '★'];
  return ['🔴', '🟡', '🟢', '⚫', '🔵'].slice(0, Math.max(3, count));
}
