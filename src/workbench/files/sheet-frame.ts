import type { Area, PageLayoutModel, ProtectionOptions, SheetModel, ValidationModel } from '../model/types';
import { parseArea, parseAreas } from './address';
import type { ColumnProperties, SheetContents } from './contents';
import { shownFormula } from './formula-text';
import { maximumColumns, maximumRows } from './limits';
import type { StyleReader } from './styles-read';
import { defined } from './styles-read';
import type { XmlElement } from './xml';
import { child, childrenOf, flag, numberOf } from './xml';

/** Everything of a worksheet part that stands around its cells. */

export type SheetView = Pick<
  SheetContents,
  'tabColor' | 'showGridlines' | 'showHeadings' | 'zoom' | 'frozen'
>;

export function readView(sheet: XmlElement, colors: StyleReader): SheetView {
  const view = child(child(sheet, 'sheetViews'), 'sheetView');
  const pane = child(view, 'pane')?.attributes ?? {};
  const frozen = pane['state'] === 'frozen' || pane['state'] === 'frozenSplit';
  const lines = (value: string | undefined, most: number): number =>
    frozen ? Math.min(most, Math.max(0, Math.floor(numberOf(value) ?? 0))) : 0;
  return {
    tabColor: colors.element(child(child(sheet, 'sheetPr'), 'tabColor')?.attributes) ?? null,
    showGridlines: flag(view?.attributes['showGridLines'], true),
    showHeadings: flag(view?.attributes['showRowColHeaders'], true),
    zoom: Math.min(400, Math.max(10, numberOf(view?.attributes['zoomScale']) ?? 100)),
    frozen: {
      rows: lines(pane['ySplit'], maximumRows - 1),
      columns: lines(pane['xSplit'], maximumColumns - 1),
    },
  };
}

/** What a column without a width of its own is written with. */
export const standardFileWidth = 9.140625;

export function readColumns(sheet: XmlElement): ColumnProperties[] {
  return childrenOf(child(sheet, 'cols'), 'col').flatMap(({ attributes }) => {
    const first = (numberOf(attributes['min']) ?? 0) - 1;
    const last = Math.min((numberOf(attributes['max']) ?? 0) - 1, maximumColumns - 1);
    if (first < 0 || last < first) return [];
    const width =
      flag(attributes['customWidth']) || numberOf(attributes['width']) !== standardFileWidth
        ? numberOf(attributes['width'])
        : undefined;
    const style = numberOf(attributes['style']);
    const properties: ColumnProperties = defined({
      column: first,
      count: last - first + 1,
      width,
      hidden: flag(attributes['hidden']) || undefined,
      style: style === 0 ? undefined : style,
      outline: numberOf(attributes['outlineLevel']) || undefined,
    });
    return Object.keys(properties).length > 2 ? [properties] : [];
  });
}

export function readMerges(sheet: XmlElement): Area[] {
  const merges: Area[] = [];
  for (const { attributes } of childrenOf(child(sheet, 'mergeCells'), 'mergeCell')) {
    const area = parseArea(attributes['ref'] ?? '');
    if (area !== null && area.rows * area.columns > 1) merges.push(area);
  }
  return merges;
}

export function readAutoFilter(sheet: XmlElement, xml: string): SheetContents['autoFilter'] {
  const filter = child(sheet, 'autoFilter');
  const area = parseArea(filter?.attributes['ref'] ?? '');
  if (filter === undefined || area === null) return null;
  const criteria = xml.slice(filter.innerStart, filter.innerEnd).trim();
  return { area, criteria: criteria === '' ? null : criteria };
}

const validationKinds = new Set<string>(['list', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom']);

/** Validation of the sheet itself, and that of Excel 2010's extension (lists on other sheets). */
export function readValidations(sheet: XmlElement): ValidationModel[] {
  const inExtensions = childrenOf(child(sheet, 'extLst'), 'ext').flatMap((ext) =>
    childrenOf(ext, 'dataValidations'),
  );
  return [...childrenOf(sheet, 'dataValidations'), ...inExtensions].flatMap((list) =>
    childrenOf(list, 'dataValidation').flatMap((element) => {
      const read = readValidation(element);
      return read === null ? [] : [read];
    }),
  );
}

function readValidation(element: XmlElement): ValidationModel | null {
  const { attributes } = element;
  const kind = attributes['type'] ?? 'none';
  const areas = parseAreas(attributes['sqref'] ?? child(element, 'sqref')?.text ?? '');
  if (!validationKinds.has(kind) || areas.length === 0) return null;
  const text = (name: string): string | undefined => {
    const holder = child(element, name);
    const formula = child(holder, 'f')?.text ?? holder?.text;
    return formula === '' ? undefined : formula;
  };
  const formula1 = text('formula1') ?? '';
  const formula2 = text('formula2');
  const list = /^"([\s\S]*)"$/.exec(formula1.trim());
  return defined({
    areas,
    kind: kind as ValidationModel['kind'],
    operator: kind === 'list' || kind === 'custom' ? undefined : readOperator(attributes['operator']),
    formula1:
      kind === 'list' && list !== null
        ? (list[1] ?? '').replaceAll('""', '"')
        : validationFormula(formula1, kind),
    formula2: formula2 === undefined ? undefined : validationFormula(formula2, kind),
    ignoreBlanks: flag(attributes['allowBlank']),
    // The attribute is named the wrong way round: it hides the arrow.
    inCellDropDown: !flag(attributes['showDropDown']),
    prompt: readPrompt(attributes),
    alert: readAlert(attributes),
  });
}

/** Numbers stay plain; anything that is calculated gets its '='. */
function validationFormula(text: string, kind: string): string {
  if (kind !== 'list' && kind !== 'custom' && /^-?[\d.]+(e[-+]?\d+)?$/i.test(text.trim())) return text.trim();
  return text === '' ? '' : shownFormula(text);
}

function readOperator(text: string | undefined): ValidationModel['operator'] {
  switch (text) {
    case 'notBetween':
    case 'equal':
    case 'notEqual':
    case 'greaterThan':
    case 'lessThan':
    case 'greaterThanOrEqual':
    case 'lessThanOrEqual':
      return text;
    case undefined:
    default:
      return 'between';
  }
}

function readPrompt(attributes: Readonly<Record<string, string>>): ValidationModel['prompt'] {
  const { promptTitle: title = '', prompt: message = '', showInputMessage } = attributes;
  if (title === '' && message === '') return undefined;
  return { title, message, show: flag(showInputMessage) };
}

function readAlert(attributes: Readonly<Record<string, string>>): ValidationModel['alert'] {
  const { errorTitle: title = '', error: message = '', errorStyle, showErrorMessage } = attributes;
  const style = errorStyle === 'warning' || errorStyle === 'information' ? errorStyle : 'stop';
  const show = flag(showErrorMessage);
  if (title === '' && message === '' && style === 'stop' && !show) return undefined;
  return { title, message, style, show };
}

/** Attribute of the file (1 = forbidden) and option of Office.js (true = allowed). */
export const protectionOptions: readonly (readonly [string, string, boolean])[] = [
  ['autoFilter', 'allowAutoFilter', true],
  ['deleteColumns', 'allowDeleteColumns', true],
  ['deleteRows', 'allowDeleteRows', true],
  ['formatCells', 'allowFormatCells', true],
  ['formatColumns', 'allowFormatColumns', true],
  ['formatRows', 'allowFormatRows', true],
  ['insertColumns', 'allowInsertColumns', true],
  ['insertHyperlinks', 'allowInsertHyperlinks', true],
  ['insertRows', 'allowInsertRows', true],
  ['pivotTables', 'allowPivotTables', true],
  ['sort', 'allowSort', true],
  ['objects', 'allowEditObjects', false],
  ['scenarios', 'allowEditScenarios', false],
];

export function readProtection(sheet: XmlElement): SheetModel['protection'] {
  const attributes = child(sheet, 'sheetProtection')?.attributes;
  if (attributes === undefined || !flag(attributes['sheet'])) return { on: false, options: {} };
  const options: Record<string, boolean> = {};
  for (const [attribute, option, forbidden] of protectionOptions) {
    if (!flag(attributes[attribute], forbidden)) options[option] = true;
  }
  return { on: true, options: options satisfies ProtectionOptions };
}

/** Paper sizes by their number in a file. */
export const paperSizes: Readonly<Record<number, string>> = {
  1: 'letter',
  3: 'tabloid',
  5: 'legal',
  7: 'executive',
  8: 'a3',
  9: 'a4',
  11: 'a5',
  12: 'b4',
  13: 'b5',
};

export function readPageLayout(sheet: XmlElement): PageLayoutModel {
  const setup = child(sheet, 'pageSetup')?.attributes ?? {};
  const margins = child(sheet, 'pageMargins')?.attributes;
  const options = child(sheet, 'printOptions')?.attributes ?? {};
  const headerFooter = child(sheet, 'headerFooter');
  const fits = flag(child(child(sheet, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  const pages = (value: string | undefined): number | null => {
    const count = numberOf(value) ?? 1;
    return fits && count > 0 ? count : null;
  };
  const scale = numberOf(setup['scale']);
  const breaks = childrenOf(child(sheet, 'rowBreaks'), 'brk')
    .filter(({ attributes }) => flag(attributes['man']))
    .flatMap(({ attributes }) => numberOf(attributes['id']) ?? []);
  return defined({
    orientation: setup['orientation'] === 'landscape' ? 'landscape' : 'portrait',
    paperSize: paperSizes[numberOf(setup['paperSize']) ?? 0],
    fitToWidth: pages(setup['fitToWidth']),
    fitToHeight: pages(setup['fitToHeight']),
    scale: fits || scale === 100 ? undefined : scale,
    margins: margins === undefined ? undefined : readMargins(margins),
    header: readHeaderText(child(headerFooter, 'oddHeader')?.text),
    footer: readHeaderText(child(headerFooter, 'oddFooter')?.text),
    centerHorizontally: flag(options['horizontalCentered']) || undefined,
    centerVertically: flag(options['verticalCentered']) || undefined,
    printGridlines: flag(options['gridLines']) || undefined,
    rowBreaks: breaks.length > 0 ? breaks : undefined,
  });
}

/** Inches in a file, points in the workbook. */
function readMargins(attributes: Readonly<Record<string, string>>): PageLayoutModel['margins'] {
  const points = (name: string, inches: number): number =>
    Math.round((numberOf(attributes[name]) ?? inches) * 72 * 1000) / 1000;
  return {
    top: points('top', 0.75),
    bottom: points('bottom', 0.75),
    left: points('left', 0.7),
    right: points('right', 0.7),
    header: points('header', 0.3),
    footer: points('footer', 0.3),
  };
}

/** "&LLeft&CCenter&RRight" in its three parts; text before any mark is the centre's. */
export function readHeaderText(text: string | undefined): PageLayoutModel['header'] {
  if (text === undefined || text === '') return undefined;
  const parts: { left?: string; center?: string; right?: string } = {};
  let target: 'left' | 'center' | 'right' = 'center';
  for (const match of text.matchAll(/&([LCR])|&[^LCR]|[^&]+|&$/gs)) {
    if (match[1] === 'L') target = 'left';
    else if (match[1] === 'C') target = 'center';
    else if (match[1] === 'R') target = 'right';
    else parts[target] = (parts[target] ?? '') + match[0];
  }
  return parts;
}
