import type { SheetModel } from '../model/types';
import type { CarriedSheet } from './carried';
import { chartsToWrite } from './carried';
import { anchorsOf } from './charts-read';
import { anchorXml, emptyDrawing } from './charts-write';
import { rebuilt } from './part-edit';
import type { SaveJob } from './save-job';
import { officeRelationship } from './save-job';
import { descendants, numberOf, parseXml } from './xml';

/**
 * Brings the sheet's drawing up to date. Pictures, shapes and charts that nobody changed stay as they are. Answers
 * with the relationship to a drawing that was added; null when the sheet has the one it had, or none.
 */
export function saveDrawing(
  job: SaveJob,
  sheet: SheetModel,
  part: string,
  carried: CarriedSheet | undefined,
): string | null {
  const { pkg } = job;
  const written = chartsToWrite(sheet, carried);
  const kept = new Set(sheet.charts.filter((chart) => !written.includes(chart)).map(({ id }) => id));
  const gone = new Set(
    [...(carried?.charts ?? [])].filter(([id]) => !kept.has(id)).map(([, { anchor }]) => anchor),
  );
  if (written.length === 0 && gone.size === 0) return null;
  const existing = pkg
    .relationships(part)
    .find(({ type, target }) => type === 'drawing' && pkg.has(target))?.target;
  const drawing = existing ?? pkg.freePart('xl/drawings/drawing#.xml');
  let xml = existing === undefined ? emptyDrawing : pkg.text(existing);
  const anchors = anchorsOf(parseXml(xml));
  for (const index of [...gone].sort((a, b) => b - a)) {
    const anchor = anchors[index];
    if (anchor === undefined) continue;
    const link = descendants(anchor, 'chart')[0]?.attributes['r:id'];
    const target = pkg.relationships(drawing).find(({ id }) => id === link)?.target;
    if (link !== undefined) pkg.unrelate(drawing, link);
    if (target !== undefined) removeChart(job, target);
    xml = xml.slice(0, anchor.start) + xml.slice(anchor.end);
  }
  let shape = Math.max(
    1,
    ...descendants(parseXml(xml), 'cNvPr').map(({ attributes }) => numberOf(attributes['id']) ?? 0),
  );
  let added = '';
  for (const chart of written) {
    const chartPart = pkg.freePart('xl/charts/chart#.xml');
    pkg.set(chartPart, job.chartXml(chart));
    pkg.declare(chartPart, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
    const link = pkg.relate(drawing, `${officeRelationship}/chart`, chartPart);
    added += anchorXml(chart, sheet, link, ++shape);
  }
  const root = parseXml(xml);
  pkg.set(drawing, rebuilt(xml, root, xml.slice(root.innerStart, root.innerEnd) + added));
  if (existing !== undefined) return null;
  pkg.declare(drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  return pkg.relate(part, `${officeRelationship}/drawing`, drawing);
}

/** A chart's part goes with the parts that only it uses: its colours and style. */
function removeChart({ pkg }: SaveJob, part: string): void {
  for (const { target, external, type } of pkg.relationships(part)) {
    if (!external && (type === 'chartStyle' || type === 'chartColorStyle')) pkg.remove(target);
  }
  pkg.remove(part);
}
