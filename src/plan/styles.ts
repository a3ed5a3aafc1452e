import type { ConditionalFormat, StyleName } from './types';

/**
 * One visual language for everything that Daybook builds. No font name: the workbook's own default font looks native
 * beside the person's sheets and exists on every machine that opens the file. Few colours, none that carries meaning
 * alone, no box borders: a thin rule under headings and above totals, numbers to the right.
 */
export interface Rule {
  readonly weight: 'hair' | 'thin' | 'medium';
  readonly color: string;
}

export interface CellLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color: string;
  readonly fill?: string;
  readonly top?: Rule;
  readonly bottom?: Rule;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
}

export interface ConditionalLook {
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

export const palette = {
  ink: '#1B2733',
  accent: '#1F4E79',
  quiet: '#5F6B7A',
  faint: '#9AA5B1',
  rule: '#C5CDD6',
  hair: '#E3E8ED',
  wash: '#F3F6F9',
  entry: '#FFF9E5',
  alarm: '#A8321A',
  alarmWash: '#FCEBE6',
} as const;

const hair: Rule = { weight: 'thin', color: palette.hair };
const rule: Rule = { weight: 'thin', color: palette.rule };
const strong: Rule = { weight: 'thin', color: palette.accent };

const body = { size: 10, color: palette.ink, vertical: 'center' } as const;
const header = {
  size: 10,
  bold: true,
  color: palette.accent,
  fill: palette.wash,
  bottom: strong,
  vertical: 'center',
} as const;

export const styles: Readonly<Record<StyleName, CellLook>> = {
  title: { size: 20, bold: true, color: palette.accent, vertical: 'center', horizontal: 'left' },
  subtitle: { size: 10, color: palette.quiet, vertical: 'center', horizontal: 'left' },
  figureLabel: { size: 9, color: palette.quiet, top: strong, vertical: 'bottom', horizontal: 'left' },
  figure: { size: 16, bold: true, color: palette.ink, bottom: rule, vertical: 'center', horizontal: 'left' },
  heading: { size: 12, bold: true, color: palette.accent, vertical: 'bottom', horizontal: 'left' },
  prose: { size: 11, color: palette.ink, vertical: 'top', horizontal: 'left', wrap: true },
  note: { size: 9, color: palette.quiet, vertical: 'top', horizontal: 'left', wrap: true },
  columnHeader: { ...header, horizontal: 'left' },
  columnHeaderNumber: { ...header, horizontal: 'right' },
  label: { ...body, bottom: hair, horizontal: 'left' },
  text: { ...body, bottom: hair, horizontal: 'left' },
  wrapped: { ...body, bottom: hair, horizontal: 'left', wrap: true },
  number: { ...body, bottom: hair, horizontal: 'right' },
  total: { ...body, bold: true, top: strong, bottom: strong, horizontal: 'right' },
  totalLabel: { ...body, bold: true, top: strong, bottom: strong, horizontal: 'left' },
  input: { ...body, fill: palette.entry, bottom: rule, horizontal: 'left' },
  key: { size: 8, color: palette.faint, vertical: 'center', horizontal: 'left' },
  warning: { ...body, color: palette.alarm, bottom: hair, horizontal: 'left' },
};

/** Growth is dark on white either way; a fall is told by its minus sign first and by the colour second. */
export const conditionalStyles: Readonly<Record<ConditionalFormat['style'], ConditionalLook>> = {
  positive: { color: palette.accent },
  negative: { color: palette.alarm },
  muted: { color: palette.faint },
  alert: { color: palette.alarm, fill: palette.alarmWash },
};

/** Told apart by lightness as well as by hue: safe for colour-blind eyes and in a grey print. */
export const chartColours = ['#1F4E79', '#A9C3DD', '#D08A2E', '#5F6B7A', '#7FA88B', '#D9CDB8'] as const;

/** Of lines, so that a grey print tells them apart where they cross. */
export const chartMarkers = ['Circle', 'Diamond', 'Square', 'Triangle'] as const;

export const chartText = { size: 9, color: palette.quiet } as const;

/** Excel's own table style: black and white, light bands. */
export const tableStyle = 'TableStyleLight1';

/** Points, for every sheet that is printed. */
export const page = {
  paper: 'A4',
  margins: { top: 32, bottom: 36, left: 36, right: 36, header: 18, footer: 18 },
} as const;
