import { cellAddress } from '../domain/address';
import { page } from '../plan/styles';
import { rangeOf, type PlacedSheet } from './placed';
import type { Session } from './run';

/** Points that a width in characters takes: seven pixels a character and five around, 96 to the inch. */
function widthInPoints(characters: number): number {
  return (Math.round(characters * 7) + 5) * 0.75;
}

/** Widths, heights, frozen panes and gridlines; of a sheet that stands already only what the new plan changes. */
export async function putPanes(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  for (const [column, width] of to.widths.entries()) {
    if (from?.widths[column] === width) continue;
    await session.room();
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(width);
  }
  await putHeights(session, sheet, to.heights ?? {}, from?.heights ?? {});
  const { frozenRows = 0, frozenColumns = 0 } = to;
  if (frozenRows !== (from?.frozenRows ?? 0) || frozenColumns !== (from?.frozenColumns ?? 0)) {
    await session.room();
    const { freezePanes } = sheet;
    if (frozenRows > 0 && frozenColumns > 0) {
      freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
    } else if (frozenRows > 0) freezePanes.freezeRows(frozenRows);
    else if (frozenColumns > 0) freezePanes.freezeColumns(frozenColumns);
    else freezePanes.unfreeze();
  }
  if (to.gridlines !== (from?.gridlines ?? true)) {
    await session.room();
    sheet.showGridlines = to.gridlines;
  }
}

async function putHeights(
  session: Session,
  sheet: Excel.Worksheet,
  to: Readonly<Record<number, number>>,
  from: Readonly<Record<number, number>>,
): Promise<void> {
  const rows = new Set([...Object.keys(to), ...Object.keys(from)].map(Number));
  for (const row of rows) {
    const height = to[row];
    if (height === from[row]) continue;
    await session.room();
    const { format } = sheet.getRangeByIndexes(row, 0, 1, 1);
    if (height === undefined) format.useStandardHeight = true;
    else format.rowHeight = height;
  }
}

/** Page setup: one page wide, margins and paper the same for everything that is built. */
export async function putPrint(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  if (from && JSON.stringify(from.print) === JSON.stringify(to.print)) return;
  await session.room(2000);
  const { pageLayout } = sheet;
  const { print } = to;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = page.paper;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins('Points', page.margins);
  if (print.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  if (print.area) pageLayout.setPrintArea(rangeOf(sheet, print.area));
  await putBreaks(session, sheet, print.breaks ?? [], from?.print.breaks ?? []);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer ?? '';
}

/** Page breaks that people add to a built sheet stay as long as the build's own are the same. */
async function putBreaks(
  session: Session,
  sheet: Excel.Worksheet,
  to: readonly number[],
  from: readonly number[],
): Promise<void> {
  if (to.join() === from.join()) return;
  await session.room();
  if (from.length > 0) sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of to) {
    await session.room();
    sheet.horizontalPageBreaks.add(cellAddress({ row, column: 0 }));
  }
}

/** Protects what is handed out; the last thing that is done to a sheet. */
export async function putLock(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  if (to.locked !== true || from?.locked === true) return;
  await session.room();
  sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true, allowFormatRows: true });
}
