import type { PageLayoutModel, SheetModel } from '../../model/types';
import { areasAt, localAddress, parseArea, rangeAt } from '../addresses';
import type { Arguments } from '../arguments';
import { flag, number, oneOf, record, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { isHostObject, ref } from '../ref';
import type { AreasTarget, RangeTarget } from '../targets';
import { namesOf } from '../plain';

const POINTS_PER_INCH = 72;
const POINTS_PER_CENTIMETER = 72 / 2.54;

function told(sheet: SheetModel): void {
  sheet.workbook.notify({ kind: 'layout', sheet, area: null });
}

const paperSizes = ['Letter', 'Tabloid', 'Legal', 'Executive', 'A3', 'A4', 'A5', 'B4', 'B5'] as const;
const orientations = { portrait: 'Portrait', landscape: 'Landscape' } as const;

function switchProperty(
  key: 'centerHorizontally' | 'centerVertically' | 'printGridlines',
): Property<SheetModel> {
  return {
    get: ({ pageLayout }) => pageLayout[key] ?? false,
    set: (sheet, value) => {
      sheet.pageLayout[key] = flag(value);
      told(sheet);
    },
  };
}

type Margins = NonNullable<PageLayoutModel['margins']>;

/** Excel's normal margins, in points. */
const normalMargins: Margins = { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 };

function setMargins(sheet: SheetModel, change: Partial<Margins>): void {
  sheet.pageLayout.margins = { ...normalMargins, ...sheet.pageLayout.margins, ...change };
  told(sheet);
}

function margin(key: keyof Margins): Property<SheetModel> {
  return {
    get: ({ pageLayout }) => pageLayout.margins?.[key] ?? normalMargins[key],
    set: (sheet, value) => setMargins(sheet, { [key]: number(value) }),
  };
}

const unitPoints = { Points: 1, Inches: POINTS_PER_INCH, Centimeters: POINTS_PER_CENTIMETER } as const;

function marginsArgument(args: Arguments): Partial<Margins> {
  const unit = oneOf(args.text(0), namesOf(unitPoints));
  const given = args.options(1);
  const keys = namesOf(normalMargins);
  return Object.fromEntries(
    keys
      .filter((key) => typeof given[key] === 'number')
      .map((key) => [key, number(given[key]) * unitPoints[unit]]),
  );
}

/** An address of one or more areas, without the sheet. */
function areaArgument(sheet: SheetModel, args: Arguments): string {
  const value = args.values[0];
  if (isHostObject(value) && value.kind === 'RangeAreas') {
    return (value.target as AreasTarget).areas.map(localAddress).join(',');
  }
  const range = isHostObject(value) ? args.object(0, 'Range') : rangeAt(sheet.workbook, sheet, args.text(0));
  return localAddress(range.area);
}

/** "$1:$3" for whole rows, or "$A:$B" for whole columns. */
function titleLines(sheet: SheetModel, args: Arguments, lines: 'rows' | 'columns'): string {
  const { area }: RangeTarget = isHostObject(args.values[0])
    ? args.object(0, 'Range')
    : rangeAt(sheet.workbook, sheet, args.text(0));
  const whole =
    lines === 'rows' ? { ...area, column: 0, columns: 16384 } : { ...area, row: 0, rows: 1048576 };
  return localAddress(whole).replace(/[A-Z]+|\d+/g, '$$$&');
}

export const pageLayout = hostClass('PageLayout', {
  scalars: {
    Orientation: {
      get: (sheet) => orientations[sheet.pageLayout.orientation],
      set: (sheet, value) => {
        const name = oneOf(value, Object.values(orientations));
        sheet.pageLayout.orientation = name === 'Portrait' ? 'portrait' : 'landscape';
        told(sheet);
      },
    },
    PaperSize: {
      get: ({ pageLayout: { paperSize = 'letter' } }) =>
        paperSizes.find((name) => name.toLowerCase() === paperSize) ?? paperSize,
      set: (sheet, value) => {
        sheet.pageLayout.paperSize = oneOf(value, paperSizes).toLowerCase();
        told(sheet);
      },
    },
    Zoom: {
      get: ({ pageLayout: { fitToWidth, fitToHeight, scale } }) =>
        fitToWidth === null && fitToHeight === null
          ? { scale: scale ?? 100 }
          : {
              ...(fitToWidth === null ? {} : { horizontalFitToPages: fitToWidth }),
              ...(fitToHeight === null ? {} : { verticalFitToPages: fitToHeight }),
            },
      set: (sheet, value) => {
        const { scale, horizontalFitToPages, verticalFitToPages } = record(value);
        if (scale !== undefined && (number(scale) < 10 || number(scale) > 400))
          throw new ApiError('InvalidArgument');
        sheet.pageLayout.fitToWidth = pages(horizontalFitToPages);
        sheet.pageLayout.fitToHeight = pages(verticalFitToPages);
        if (scale === undefined) delete sheet.pageLayout.scale;
        else sheet.pageLayout.scale = number(scale);
        told(sheet);
      },
    },
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    CenterHorizontally: switchProperty('centerHorizontally'),
    CenterVertically: switchProperty('centerVertically'),
    PrintGridlines: switchProperty('printGridlines'),
  },
  links: { HeadersFooters: (sheet) => ref('HeaderFooterGroup', sheet) },
  methods: {
    SetPrintMargins: (sheet, args) => setMargins(sheet, marginsArgument(args)),
    SetPrintArea: (sheet, args) => {
      sheet.pageLayout.printArea = areaArgument(sheet, args);
      told(sheet);
    },
    GetPrintArea: (sheet) => {
      const area = sheet.pageLayout.printArea;
      if (area === undefined) throw new ApiError('ItemNotFound');
      return ref('RangeAreas', { sheet, areas: areasAt(sheet.workbook, sheet, area) });
    },
    SetPrintTitleRows: (sheet, args) => {
      sheet.pageLayout.titleRows = titleLines(sheet, args, 'rows');
      told(sheet);
    },
    SetPrintTitleColumns: (sheet, args) => {
      sheet.pageLayout.titleColumns = titleLines(sheet, args, 'columns');
      told(sheet);
    },
    GetPrintTitleRows: (sheet) => titleRange(sheet, sheet.pageLayout.titleRows),
    GetPrintTitleColumns: (sheet) => titleRange(sheet, sheet.pageLayout.titleColumns),
  },
});

function titleRange(sheet: SheetModel, lines: string | undefined): ReturnType<typeof ref> {
  const area = lines === undefined ? undefined : parseArea(lines);
  if (!area) throw new ApiError('ItemNotFound');
  return ref('Range', { sheet, area });
}

function pages(value: unknown): number | null {
  return value === undefined || value === null ? null : number(value);
}

export const headerFooterGroup = hostClass('HeaderFooterGroup', {
  links: { DefaultForAllPages: (sheet) => ref('HeaderFooter', sheet) },
});

function headerFooterText(
  part: 'header' | 'footer',
  place: 'left' | 'center' | 'right',
): Property<SheetModel> {
  return {
    get: (sheet) => sheet.pageLayout[part]?.[place] ?? '',
    set: (sheet, value) => {
      const texts = { ...sheet.pageLayout[part], [place]: text(value) };
      // What says nothing is as if it had never been set.
      const kept = Object.fromEntries(Object.entries(texts).filter(([, shown]) => shown !== ''));
      if (Object.keys(kept).length === 0) delete sheet.pageLayout[part];
      else sheet.pageLayout[part] = kept;
      told(sheet);
    },
  };
}

export const headerFooter = hostClass('HeaderFooter', {
  scalars: {
    LeftHeader: headerFooterText('header', 'left'),
    CenterHeader: headerFooterText('header', 'center'),
    RightHeader: headerFooterText('header', 'right'),
    LeftFooter: headerFooterText('footer', 'left'),
    CenterFooter: headerFooterText('footer', 'center'),
    RightFooter: headerFooterText('footer', 'right'),
  },
});
