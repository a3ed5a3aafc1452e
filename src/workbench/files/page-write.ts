import type { PageLayoutModel } from '../model/types';
import { element, list } from './element';
import { maximumColumns } from './limits';
import { paperSizes } from './sheet-frame';
import { escapeXml } from './xml';

type PageElement = 'printOptions' | 'pageMargins' | 'pageSetup' | 'headerFooter' | 'rowBreaks';

/** How a sheet is printed: elements by name; '' leaves one out. */
export function pageElements(layout: PageLayoutModel): readonly (readonly [PageElement, string])[] {
  return [
    ['printOptions', printOptions(layout)],
    ['pageMargins', margins(layout)],
    ['pageSetup', pageSetup(layout)],
    ['headerFooter', headerFooter(layout)],
    ['rowBreaks', rowBreaks(layout)],
  ];
}

export function fitsPages({ fitToWidth, fitToHeight }: PageLayoutModel): boolean {
  return fitToWidth !== null || fitToHeight !== null;
}

function rowBreaks({ rowBreaks: rows = [] }: PageLayoutModel): string {
  const breaks = rows.map((row) =>
    element('brk', [
      ['id', row],
      ['max', maximumColumns - 1],
      ['man', 1],
    ]),
  );
  return list('rowBreaks', breaks).replace(/ count="(\d+)"/, ' count="$1" manualBreakCount="$1"');
}

function printOptions(layout: PageLayoutModel): string {
  const attributes = [
    ['horizontalCentered', layout.centerHorizontally ? 1 : undefined],
    ['verticalCentered', layout.centerVertically ? 1 : undefined],
    ['gridLines', layout.printGridlines ? 1 : undefined],
  ] as const;
  return attributes.some(([, value]) => value !== undefined) ? element('printOptions', attributes) : '';
}

function margins({ margins: points }: PageLayoutModel): string {
  const inches = (value: number | undefined, standard: number): number =>
    value === undefined ? standard : Math.round((value / 72) * 1e6) / 1e6;
  if (points === undefined) return '';
  return element('pageMargins', [
    ['left', inches(points.left, 0.7)],
    ['right', inches(points.right, 0.7)],
    ['top', inches(points.top, 0.75)],
    ['bottom', inches(points.bottom, 0.75)],
    ['header', inches(points.header, 0.3)],
    ['footer', inches(points.footer, 0.3)],
  ]);
}

function pageSetup(layout: PageLayoutModel): string {
  const fits = fitsPages(layout);
  const paper = Object.entries(paperSizes).find(([, name]) => name === layout.paperSize?.toLowerCase())?.[0];
  return element('pageSetup', [
    ['paperSize', paper],
    ['scale', fits ? undefined : layout.scale],
    ['fitToWidth', fits ? (layout.fitToWidth ?? 0) : undefined],
    ['fitToHeight', fits ? (layout.fitToHeight ?? 0) : undefined],
    ['orientation', layout.orientation],
  ]);
}

function headerFooter({ header, footer }: PageLayoutModel): string {
  const inner = headerText('oddHeader', header) + headerText('oddFooter', footer);
  return inner === '' ? '' : element('headerFooter', [], inner);
}

function headerText(name: string, parts: PageLayoutModel['header']): string {
  if (parts === undefined) return '';
  const text = (
    [
      ['L', parts.left],
      ['C', parts.center],
      ['R', parts.right],
    ] as const
  )
    .map(([mark, part]) => (part === undefined || part === '' ? '' : `&${mark}${part}`))
    .join('');
  return text === '' ? '' : element(name, [], escapeXml(text));
}
