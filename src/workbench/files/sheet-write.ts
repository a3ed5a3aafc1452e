import type {
  Area,
  CellStyle,
  ConditionalRule,
  DifferentialStyle,
  SheetModel,
  ValidationModel,
} from '../model/types';
import { areaAddress, cellAddress } from './address';
import { element, list } from './element';
import type { FormulaContext } from './formula-text';
import { fileFormula } from './formula-text';
import { fileWidthOfCharacters } from './geometry';
import { fitsPages, pageElements } from './page-write';
import { protectionOptions, standardFileWidth } from './sheet-frame';
import { escapeXml } from './xml';

/** The elements that stand around a worksheet's cells, each by itself, so that a part can be changed in one of them. */

/** In the order that the format demands. */
export const elementOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

export type ElementName = (typeof elementOrder)[number];

/** What the elements need to know of the rest of the workbook. */
export interface SheetContext {
  readonly formulas: FormulaContext;
  /** Number of a rule's format in the styles part. */
  ruleFormat(style: DifferentialStyle): number | string;
  /** Number of a column's format in the styles part. */
  columnFormat(style: CellStyle): number | string;
  /** Id of a relationship to an address outside. */
  link(address: string): string;
}

/** Elements by name; '' leaves one out. Cells, drawing, comments and tables are written elsewhere. */
export function frameElements(sheet: SheetModel, context: SheetContext): Map<ElementName, string> {
  const layout = sheet.pageLayout;
  return new Map<ElementName, string>([
    ['sheetPr', sheetProperties(sheet, fitsPages(layout))],
    ['sheetViews', sheetViews(sheet)],
    ['cols', columns(sheet, context)],
    ['sheetProtection', protection(sheet)],
    ['autoFilter', autoFilter(sheet)],
    [
      'mergeCells',
      list(
        'mergeCells',
        sheet.merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`),
      ),
    ],
    [
      'conditionalFormatting',
      sheet.conditionalFormats
        .map((format) => {
          const rule = ruleXml(format.rule, format.priority + 1, format.stopIfTrue, format.areas, context);
          return `<conditionalFormatting sqref="${areas(format.areas)}">${rule}</conditionalFormatting>`;
        })
        .join(''),
    ],
    [
      'dataValidations',
      list(
        'dataValidations',
        sheet.validations.map((item) => validation(item, context)),
      ),
    ],
    ['hyperlinks', hyperlinks(sheet, context)],
    ...pageElements(layout),
  ]);
}

function areas(list: readonly Area[]): string {
  return list.map(areaAddress).join(' ');
}

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

function sheetProperties(sheet: SheetModel, fits: boolean): string {
  const color = sheet.tabColor === null ? '' : element('tabColor', [['rgb', argb(sheet.tabColor)]]);
  const inner = color + (fits ? '<pageSetUpPr fitToPage="1"/>' : '');
  return inner === '' ? '' : element('sheetPr', [], inner);
}

function sheetViews(sheet: SheetModel): string {
  const { rows, columns } = sheet.frozen;
  const active = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const pane =
    rows === 0 && columns === 0
      ? ''
      : element('pane', [
          ['xSplit', columns || undefined],
          ['ySplit', rows || undefined],
          ['topLeftCell', cellAddress(rows, columns)],
          ['activePane', active],
          ['state', 'frozen'],
        ]) + `<selection pane="${active}"/>`;
  const view = element(
    'sheetView',
    [
      ['showGridLines', sheet.showGridlines ? undefined : 0],
      ['showRowColHeaders', sheet.showHeadings ? undefined : 0],
      ['zoomScale', sheet.zoom === 100 ? undefined : sheet.zoom],
      ['zoomScaleNormal', sheet.zoom === 100 ? undefined : sheet.zoom],
      ['workbookViewId', 0],
    ],
    pane,
  );
  return element('sheetViews', [], view);
}

function columns(sheet: SheetModel, context: SheetContext): string {
  const runs: { first: number; last: number; attributes: string }[] = [];
  const own = [...sheet.columnProperties()].sort(([a], [b]) => a - b);
  for (const [column, { width, hidden, style, outline }] of own) {
    const attributes = [
      ` width="${width === undefined ? standardFileWidth : fileWidthOfCharacters(width)}"`,
      style === undefined ? '' : ` style="${context.columnFormat(style)}"`,
      hidden ? ' hidden="1"' : '',
      width === undefined ? '' : ' customWidth="1"',
      outline ? ` outlineLevel="${outline}"` : '',
    ].join('');
    const last = runs[runs.length - 1];
    if (last?.last === column - 1 && last.attributes === attributes) last.last = column;
    else runs.push({ first: column, last: column, attributes });
  }
  const items = runs.map(
    ({ first, last, attributes }) => `<col min="${first + 1}" max="${last + 1}"${attributes}/>`,
  );
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

function protection({ protection: { on, options } }: SheetModel): string {
  if (!on) return '';
  const attributes = protectionOptions.map(([attribute, option, forbidden]) => {
    const allowed = options[option] === true;
    return [attribute, allowed === !forbidden ? undefined : allowed ? 0 : 1] as const;
  });
  return element('sheetProtection', [['sheet', 1], ...attributes]);
}

function autoFilter({ autoFilter: filter }: SheetModel): string {
  if (filter === null) return '';
  return element(
    'autoFilter',
    [['ref', areaAddress(filter.area)]],
    typeof filter.criteria === 'string' ? filter.criteria : '',
  );
}

function validation(item: ValidationModel, { formulas }: SheetContext): string {
  const formula = (text: string): string => escapeXml(fileFormula(text, formulas));
  const isList = item.kind === 'list' && !item.formula1.startsWith('=');
  const first = isList ? escapeXml(`"${item.formula1.replaceAll('"', '""')}"`) : formula(item.formula1);
  const inner =
    (item.formula1 === '' ? '' : `<formula1>${first}</formula1>`) +
    (item.formula2 === undefined ? '' : `<formula2>${formula(item.formula2)}</formula2>`);
  const { prompt, alert } = item;
  return element(
    'dataValidation',
    [
      ['type', item.kind],
      ['errorStyle', alert === undefined || alert.style === 'stop' ? undefined : alert.style],
      ['operator', item.operator === 'between' ? undefined : item.operator],
      ['allowBlank', item.ignoreBlanks ? 1 : undefined],
      // Named the wrong way round: 1 hides the arrow.
      ['showDropDown', item.inCellDropDown ? undefined : 1],
      ['showInputMessage', prompt?.show ? 1 : undefined],
      ['showErrorMessage', alert?.show ? 1 : undefined],
      ['errorTitle', alert?.title || undefined],
      ['error', alert?.message || undefined],
      ['promptTitle', prompt?.title || undefined],
      ['prompt', prompt?.message || undefined],
      ['sqref', areas(item.areas)],
    ],
    inner,
  );
}

const textRules = {
  contains: [
    'containsText',
    'containsText',
    (cell: string, text: string) => `NOT(ISERROR(SEARCH(${text},${cell})))`,
  ],
  notContains: [
    'notContainsText',
    'notContains',
    (cell: string, text: string) => `ISERROR(SEARCH(${text},${cell}))`,
  ],
  beginsWith: [
    'beginsWith',
    'beginsWith',
    (cell: string, text: string) => `LEFT(${cell},LEN(${text}))=${text}`,
  ],
  endsWith: ['endsWith', 'endsWith', (cell: string, text: string) => `RIGHT(${cell},LEN(${text}))=${text}`],
} as const;

function ruleXml(
  rule: ConditionalRule,
  priority: number,
  stopIfTrue: boolean,
  [first]: readonly Area[],
  context: SheetContext,
): string {
  const formula = (text: string): string =>
    `<formula>${escapeXml(fileFormula(text, context.formulas))}</formula>`;
  const write = (
    type: string,
    extra: readonly (readonly [string, string | number | undefined])[],
    inner: string,
  ): string => {
    const format =
      'style' in rule && Object.keys(rule.style).length > 0 ? context.ruleFormat(rule.style) : undefined;
    const stop = stopIfTrue ? 1 : undefined;
    return element(
      'cfRule',
      [['type', type], ['dxfId', format], ['priority', priority], ['stopIfTrue', stop], ...extra],
      inner,
    );
  };
  const point = ({ type, value }: { readonly type: string; readonly value?: string }): string =>
    element('cfvo', [
      ['type', type],
      ['val', value],
    ]);
  switch (rule.kind) {
    case 'custom':
      return write('expression', [], formula(rule.formula));
    case 'cellValue':
      return write(
        'cellIs',
        [['operator', rule.operator]],
        formula(rule.formula1) + (rule.formula2 === undefined ? '' : formula(rule.formula2)),
      );
    case 'containsText': {
      const [type, operator, test] = textRules[rule.operator];
      const cell = first === undefined ? 'A1' : cellAddress(first.row, first.column);
      const quoted = `"${rule.text.replaceAll('"', '""')}"`;
      return write(
        type,
        [
          ['operator', operator],
          ['text', rule.text],
        ],
        formula(test(cell, quoted)),
      );
    }
    case 'duplicates':
      return write(rule.unique ? 'uniqueValues' : 'duplicateValues', [], '');
    case 'dataBar': {
      const bound = (value: string | undefined, open: string): string =>
        point(value === undefined ? { type: open } : { type: 'num', value });
      const bar =
        bound(rule.min, 'min') + bound(rule.max, 'max') + element('color', [['rgb', argb(rule.color)]]);
      return write('dataBar', [], element('dataBar', [], bar));
    }
    case 'colorScale': {
      const colors = rule.points.map(({ color }) => element('color', [['rgb', argb(color)]]));
      return write(
        'colorScale',
        [],
        element('colorScale', [], rule.points.map(point).join('') + colors.join('')),
      );
    }
    case 'iconSet':
      return write(
        'iconSet',
        [],
        element('iconSet', [['iconSet', rule.set]], rule.points.map(point).join('')),
      );
  }
}

function hyperlinks(sheet: SheetModel, context: SheetContext): string {
  const items = [...sheet.hyperlinks].map(([cell, { address, location, tip }]) =>
    element('hyperlink', [
      ['ref', cell],
      ['r:id', address === undefined ? undefined : context.link(address)],
      ['location', location],
      ['tooltip', tip],
    ]),
  );
  const space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return items.length === 0 ? '' : `<hyperlinks ${space}>${items.join('')}</hyperlinks>`;
}
