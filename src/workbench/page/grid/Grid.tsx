import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { areaAddress, cellAddress, MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { lastArea } from '../edit/selection';
import { sizeStep } from '../edit/steps';
import type { Workspace } from '../edit/workspace';
import type { Theme } from '../formats/colors';
import { ConditionalFormats } from '../formats/conditional';
import type { PageTexts } from '../texts';
import { scrollToShow } from './axis';
import { CellEditor } from './CellEditor';
import { fittedSize } from './fit';
import { geometryOf, type Scroll, type Size, type TrackCache } from './geometry';
import { Headings } from './Headings';
import type { Measure } from './measure';
import { PaneView } from './PaneView';
import type { SheetView } from './rowView';
import type { StyleClasses } from './styleClasses';
import { usePointer } from './usePointer';
import './grid.css';

interface Props {
  readonly workspace: Workspace;
  readonly theme: Theme;
  readonly texts: PageTexts;
  readonly measure: Measure;
  readonly classes: StyleClasses;
  readonly onMenu: (x: number, y: number) => void;
  readonly onSave: () => void;
  readonly onOpen: () => void;
}

/** The cells of the active sheet: what shows is drawn, the rest is only counted. */
export function Grid({ workspace, theme, texts, measure, classes, onMenu, onSave, onOpen }: Props) {
  const { store } = workspace;
  const versions = useSyncExternalStore(store.subscribe, store.getVersions);
  useSyncExternalStore(workspace.subscribe, workspace.getVersion);
  const { sheet, selection, reveal } = workspace;
  const scroller = useRef<HTMLDivElement>(null);
  const windowElement = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const { scrolls } = workspace;
  const scroll = useSyncExternalStore(scrolls.subscribe, () => scrolls.of(sheet.id));

  const layout = store.layout(sheet);
  const [cache] = useState<TrackCache>(() => new Map());
  const geometry = geometryOf(sheet, layout, scroll, size, cache);
  const view = useMemo<SheetView>(
    () => ({
      sheet,
      theme,
      zoom: layout.zoom,
      columns: layout.columns,
      measure,
      conditional: new ConditionalFormats(sheet, workspace.evaluate),
      classes,
      content: versions.content,
    }),
    [sheet, theme, layout, measure, classes, workspace, versions.content],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The scroll position is ours; the element follows unless it told us itself: asking it would make it lay out.
  const reported = useRef<Scroll | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || reported.current === scroll) return;
    if (Math.abs(element.scrollTop - scroll.top) > 1) element.scrollTop = scroll.top;
    if (Math.abs(element.scrollLeft - scroll.left) > 1) element.scrollLeft = scroll.left;
  }, [scroll, geometry.extent.height, geometry.extent.width]);

  const revealRef = useRef(reveal);
  useLayoutEffect(() => {
    if (revealRef.current === reveal || size.height === 0) return;
    revealRef.current = reveal;
    const roomDown = size.height - geometry.headingHeight;
    const roomAcross = size.width - geometry.headingWidth;
    const top = scrollToShow(layout.rows, reveal.row, sheet.frozen.rows, scroll.top, roomDown);
    const left = scrollToShow(layout.columns, reveal.column, sheet.frozen.columns, scroll.left, roomAcross);
    if (top !== scroll.top || left !== scroll.left) scrolls.set(sheet.id, { top, left });
  });

  useEffect(() => {
    const body = geometry.rowStrips.at(-1);
    const across = geometry.columnStrips.at(-1);
    if (!body || !across) return;
    workspace.setViewport({
      rows: Math.max(1, Math.floor(body.size / layout.rows.size(MAX_ROWS - 1)) - 1),
      columns: Math.max(1, Math.floor(across.size / layout.columns.size(MAX_COLUMNS - 1)) - 1),
    });
  });

  const pointer = usePointer(
    {
      workspace,
      layout,
      geometry,
      scrollBy: ({ top, left }) =>
        scrolls.set(sheet.id, { top: Math.max(0, scroll.top + top), left: Math.max(0, scroll.left + left) }),
      openMenu: onMenu,
      fit: (axis, index) => {
        const fitted = fittedSize(view, axis, index);
        workspace.perform(sizeStep(sheet, selection, axis, index, 1, fitted));
      },
    },
    windowElement,
  );

  return (
    <div className="grid" data-testid="grid">
      <div
        ref={scroller}
        className="grid-scroller"
        tabIndex={-1}
        onScroll={({ currentTarget }) => {
          const position = { top: currentTarget.scrollTop, left: currentTarget.scrollLeft };
          reported.current = position;
          scrolls.set(sheet.id, position);
        }}
      >
        <div className="grid-extent" style={geometry.extent}>
          <div
            ref={windowElement}
            className={sheet.showGridlines ? 'grid-window gridlines' : 'grid-window'}
            style={size}
            onPointerDown={pointer.onPointerDown}
            onPointerMove={pointer.onPointerMove}
            onPointerUp={pointer.onPointerUp}
            onDoubleClick={pointer.onDoubleClick}
            onContextMenu={(event) => event.preventDefault()}
          >
            <div
              role="grid"
              id="workbench-grid"
              className="grid-cells"
              aria-label={texts.grid(sheet.name)}
              aria-rowcount={MAX_ROWS}
              aria-colcount={MAX_COLUMNS}
              aria-multiselectable="true"
            >
              {geometry.panes.map((pane) => (
                <PaneView
                  key={pane.key}
                  pane={pane}
                  layout={layout}
                  view={view}
                  rowTracks={geometry.rowTracks.get(pane.rows) ?? []}
                  columnTracks={geometry.columnTracks.get(pane.columns) ?? []}
                  selection={selection}
                  left={geometry.headingWidth}
                  top={geometry.headingHeight}
                  texts={texts}
                />
              ))}
              <Headings geometry={geometry} areas={selection.areas} />
            </div>
            <CellEditor
              workspace={workspace}
              geometry={geometry}
              layout={layout}
              view={view}
              texts={texts}
              onMenu={onMenu}
              onSave={onSave}
              onOpen={onOpen}
            />
          </div>
        </div>
      </div>
      <SelectionNews workspace={workspace} texts={texts} />
    </div>
  );
}

/** Tells screen readers what is selected now. */
function SelectionNews({ workspace, texts }: Pick<Props, 'workspace' | 'texts'>) {
  const { sheet, selection } = workspace;
  const { active } = selection;
  const area = lastArea(selection);
  const merged = sheet.merges.some(({ row, column }) => row === area.row && column === area.column);
  const address = cellAddress(active.row, active.column);
  const news =
    area.rows * area.columns > 1 && !merged
      ? texts.areaState(areaAddress(area), area.rows * area.columns)
      : [
          texts.cellState(address, sheet.text(active.row, active.column)),
          sheet.formula(active.row, active.column) ? texts.hasFormula : '',
          sheet.comments.has(address) ? texts.hasComment : '',
        ]
          .filter(Boolean)
          .join(', ');
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="selection-news">
      {news}
    </div>
  );
}
