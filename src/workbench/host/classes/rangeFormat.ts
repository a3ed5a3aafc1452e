import type { Border, CellStyle } from '../../model/types';
import { color, flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { autofitColumns, autofitRows } from '../fit';
import { charactersOfPoints, pointsOfCharacters } from '../metrics';
import { ref } from '../ref';
import { uniform } from '../styles';
import type { BorderIndex, BorderTarget, Edge, RangeTarget } from '../targets';
import { nameOf, namesOf } from '../plain';

const horizontals = {
  General: undefined,
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;

const verticals = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const;

/** A property of the style itself: what it is by default, and how a set value is checked. */
function styled<K extends 'wrap' | 'indent' | 'rotation' | 'shrink', V extends NonNullable<CellStyle[K]>>(
  key: K,
  fallback: V,
  check: (value: unknown) => V,
): Property<RangeTarget> {
  return {
    get: (range) => uniform(range, (style) => style[key] ?? fallback),
    set: ({ sheet, area }, value) => {
      const checked = check(value);
      sheet.applyStyle(area, { [key]: checked === fallback ? null : checked });
    },
  };
}

type Font = NonNullable<CellStyle['font']>;

function fontProperty<K extends keyof Font>(
  key: K,
  fallback: NonNullable<Font[K]>,
  check: (value: unknown) => NonNullable<Font[K]>,
): Property<RangeTarget> {
  return {
    get: (range) => uniform(range, ({ font }) => font?.[key] ?? fallback),
    set: ({ sheet, area }, value) => sheet.applyStyle(area, { font: { [key]: check(value) } }),
  };
}

/** The size of rows or columns when they are all the same, else null. */
function common(from: number, count: number, size: (index: number) => number): number | null {
  const first = size(from);
  for (let index = from + 1; index < from + Math.min(count, 100_000); index++)
    if (size(index) !== first) return null;
  return first;
}

export const rangeFormat = hostClass('RangeFormat', {
  scalars: {
    HorizontalAlignment: {
      get: (range) => uniform(range, ({ horizontal }) => nameOf(horizontals, horizontal)),
      set: ({ sheet, area }, value) =>
        sheet.applyStyle(area, { horizontal: horizontals[oneOf(value, namesOf(horizontals))] ?? null }),
    },
    VerticalAlignment: {
      get: (range) => uniform(range, ({ vertical }) => nameOf(verticals, vertical ?? 'bottom')),
      set: ({ sheet, area }, value) =>
        sheet.applyStyle(area, { vertical: verticals[oneOf(value, namesOf(verticals))] }),
    },
    WrapText: styled('wrap', false, flag),
    IndentLevel: styled('indent', 0, number),
    TextOrientation: styled('rotation', 0, number),
    ShrinkToFit: styled('shrink', false, flag),
    ColumnWidth: {
      get: ({ sheet, area }) =>
        common(area.column, area.columns, (column) =>
          sheet.columnHidden(column) ? 0 : pointsOfCharacters(sheet.columnWidth(column)),
        ),
      set: ({ sheet, area }, value) =>
        sheet.setColumnWidth(area.column, area.columns, charactersOfPoints(number(value))),
    },
    RowHeight: {
      get: ({ sheet, area }) =>
        common(area.row, area.rows, (row) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row))),
      set: ({ sheet, area }, value) => sheet.setRowHeight(area.row, area.rows, number(value)),
    },
    UseStandardHeight: {
      get: ({ sheet, area }) => common(area.row, area.rows, (row) => sheet.rowHeight(row)) === 15,
      set: ({ sheet, area }, value) => {
        if (flag(value)) sheet.setRowHeight(area.row, area.rows, null);
      },
    },
    UseStandardWidth: {
      get: ({ sheet, area }) =>
        common(area.column, area.columns, (column) => sheet.columnWidth(column)) === 8.43,
      set: ({ sheet, area }, value) => {
        if (flag(value)) sheet.setColumnWidth(area.column, area.columns, null);
      },
    },
  },
  links: {
    Font: (range) => ref('RangeFont', range),
    Fill: (range) => ref('RangeFill', range),
    Borders: (range) => ref('RangeBorderCollection', range),
    Protection: (range) => ref('FormatProtection', range),
  },
  methods: {
    AutofitColumns: ({ sheet, area }) => autofitColumns(sheet, area),
    AutofitRows: ({ sheet, area }) => autofitRows(sheet, area),
    AdjustIndent: ({ sheet, area }, args) => {
      const now = sheet.style(area.row, area.column).indent ?? 0;
      sheet.applyStyle(area, { indent: Math.max(0, now + args.integer(0)) });
    },
  },
});

export const rangeFont = hostClass('RangeFont', {
  scalars: {
    Name: fontProperty('name', 'Calibri', text),
    Size: fontProperty('size', 11, number),
    Bold: fontProperty('bold', false, flag),
    Italic: fontProperty('italic', false, flag),
    Strikethrough: fontProperty('strikethrough', false, flag),
    Color: fontProperty('color', '#000000', color),
    Underline: {
      get: (range) => uniform(range, ({ font }) => (font?.underline ? 'Single' : 'None')),
      set: ({ sheet, area }, value) => {
        const kind = oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']);
        sheet.applyStyle(area, { font: { underline: kind === 'None' ? null : true } });
      },
    },
  },
});

export const rangeFill = hostClass('RangeFill', {
  scalars: {
    Color: {
      get: (range) => uniform(range, ({ fill }) => fill ?? '#FFFFFF') ?? '',
      set: ({ sheet, area }, value) => sheet.applyStyle(area, { fill: value === '' ? null : color(value) }),
    },
    Pattern: { get: (range) => uniform(range, ({ fill }) => (fill === undefined ? 'None' : 'Solid')) },
  },
  methods: { Clear: ({ sheet, area }) => sheet.applyStyle(area, { fill: null }) },
});

export const formatProtection = hostClass('FormatProtection', {
  scalars: {
    Locked: {
      get: (range) => uniform(range, ({ locked }) => locked ?? true),
      set: ({ sheet, area }, value) => sheet.applyStyle(area, { locked: flag(value) ? null : false }),
    },
  },
});

const borderIndexes: readonly BorderIndex[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
];

export const rangeBorderCollection = hostClass('RangeBorderCollection', {
  items: (range) => borderIndexes.map((index) => ref('RangeBorder', { range, index })),
  find: (range, key) => {
    if (key === 'DiagonalDown' || key === 'DiagonalUp') {
      throw new ApiError('ApiNotFound', `The stand-in does not implement the border ${key}.`);
    }
    return ref('RangeBorder', { range, index: oneOf(key, borderIndexes) });
  },
});

/** Which cells of the range, and which of their edges, a border of the range is made of. */
function parts({
  range: { sheet, area },
  index,
}: BorderTarget): { range: RangeTarget; edges: readonly Edge[] }[] {
  const { row, column, rows, columns } = area;
  const part = (
    change: Partial<typeof area>,
    edge: Edge,
  ): { range: RangeTarget; edges: readonly Edge[] } => ({
    range: { sheet, area: { ...area, ...change } },
    edges: [edge],
  });
  switch (index) {
    case 'EdgeTop':
      return [part({ rows: 1 }, 'top')];
    case 'EdgeBottom':
      return [part({ row: row + rows - 1, rows: 1 }, 'bottom')];
    case 'EdgeLeft':
      return [part({ columns: 1 }, 'left')];
    case 'EdgeRight':
      return [part({ column: column + columns - 1, columns: 1 }, 'right')];
    case 'InsideVertical':
      return columns < 2
        ? []
        : [
            part({ columns: columns - 1 }, 'right'),
            part({ column: column + 1, columns: columns - 1 }, 'left'),
          ];
    case 'InsideHorizontal':
      return rows < 2
        ? []
        : [part({ rows: rows - 1 }, 'bottom'), part({ row: row + 1, rows: rows - 1 }, 'top')];
  }
}

function currentBorder(target: BorderTarget): Border | null | undefined {
  const [first] = parts(target);
  return first && uniform(first.range, ({ borders }) => borders?.[first.edges[0]!]);
}

function setBorder(target: BorderTarget, border: Border | null): void {
  for (const { range, edges } of parts(target)) {
    for (const edge of edges) range.sheet.applyStyle(range.area, { borders: { [edge]: border } });
  }
}

/** The API speaks of style and weight; a file knows one style. */
const styleNames: Readonly<Record<Border['style'], string>> = {
  thin: 'Continuous',
  medium: 'Continuous',
  thick: 'Continuous',
  hair: 'Continuous',
  dashed: 'Dash',
  dotted: 'Dot',
  double: 'Double',
};
const weightNames: Partial<Record<Border['style'], string>> = {
  hair: 'Hairline',
  medium: 'Medium',
  thick: 'Thick',
  double: 'Thick',
};
const styles: Readonly<Record<string, Border['style'] | null>> = {
  None: null,
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'dashed',
};
const weights = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;

export const rangeBorder = hostClass('RangeBorder', {
  scalars: {
    SideIndex: { get: ({ index }) => index },
    Style: {
      get: (target) => {
        const border = currentBorder(target);
        return border === null ? null : border === undefined ? 'None' : styleNames[border.style];
      },
      set: (target, value) => {
        const style = styles[oneOf(value, namesOf(styles))] ?? null;
        setBorder(target, style && { style, color: currentBorder(target)?.color ?? '#000000' });
      },
    },
    Weight: {
      get: (target) => {
        const border = currentBorder(target);
        return border ? (weightNames[border.style] ?? 'Thin') : 'Thin';
      },
      set: (target, value) => {
        const style = weights[oneOf(value, namesOf(weights))];
        setBorder(target, { style, color: currentBorder(target)?.color ?? '#000000' });
      },
    },
    Color: {
      get: (target) => currentBorder(target)?.color ?? '#000000',
      set: (target, value) => {
        const style = currentBorder(target)?.style ?? 'thin';
        setBorder(target, { style, color: color(value) });
      },
    },
  },
});
