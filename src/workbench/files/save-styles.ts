import type { CellStyle, DifferentialStyle, WorkbookModel } from '../model/types';
import type { Carried } from './carried';
import { styleKey } from './carried';

/** The formats that a workbook needs, gathered before writing, and their numbers in the file afterwards. */
export class NeededStyles {
  readonly styles: CellStyle[] = [];
  readonly ruleStyles: DifferentialStyle[] = [];
  private readonly places = new Map<string, number>();
  private readonly rulePlaces = new Map<string, number>();
  private readonly known = new Map<CellStyle, number>();
  private formats: readonly number[] = [];
  private rules: readonly number[] = [];

  constructor(private readonly carried: Carried | null) {}

  /** Stops now and then: a large workbook has millions of cells. */
  *gather(workbook: WorkbookModel): Generator<void> {
    for (const sheet of workbook.sheets) {
      for (const { style } of sheet.columnProperties().values()) if (style !== undefined) this.need(style);
      for (const { style } of sheet.rowProperties().values()) if (style !== undefined) this.need(style);
      for (const { rule } of sheet.conditionalFormats) if ('style' in rule) this.needRule(rule.style);
      const used = sheet.usedArea();
      if (used === null) continue;
      const seen = new Set<CellStyle>();
      for (let column = used.column; column < used.column + used.columns; column++) {
        let above: CellStyle | null = null;
        for (let row = used.row; row < used.row + used.rows; row++) {
          const style = sheet.style(row, column);
          if (style !== above && !seen.has(style)) {
            seen.add(style);
            this.need(style);
          }
          above = style;
        }
        yield;
      }
    }
  }

  private need(style: CellStyle): void {
    const key = styleKey(style);
    if (key === '{}' || this.places.has(key) || this.carried?.formatOf(style) !== undefined) return;
    this.places.set(key, this.styles.push(style) - 1);
  }

  private needRule(style: DifferentialStyle): void {
    const key = styleKey(style);
    if (!this.rulePlaces.has(key)) this.rulePlaces.set(key, this.ruleStyles.push(style) - 1);
  }

  /** Tells the numbers that the gathered formats got. */
  settle({
    formats,
    rules,
  }: {
    readonly formats: readonly number[];
    readonly rules: readonly number[];
  }): void {
    this.formats = formats;
    this.rules = rules;
  }

  format(style: CellStyle): number {
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const place = this.places.get(styleKey(style));
    const number = this.carried?.formatOf(style) ?? (place === undefined ? 0 : (this.formats[place] ?? 0));
    this.known.set(style, number);
    return number;
  }

  ruleFormat(style: DifferentialStyle): number {
    return this.rules[this.rulePlaces.get(styleKey(style)) ?? -1] ?? 0;
  }
}
