import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Position } from '../../model/types';
import { containsCell } from '../areas';
import { sizeStep } from '../edit/steps';
import type { Workspace } from '../edit/workspace';
import { focusCells } from './focus';
import { edgeAt, hit, type Geometry, type Scroll, type Zone } from './geometry';
import type { SheetLayout } from './sheetLayout';
import { pixelsToCharacters, pixelsToPoints } from './units';

type Drag =
  | { readonly kind: 'select'; readonly zone: Zone }
  | {
      readonly kind: 'size';
      readonly axis: 'rows' | 'columns';
      readonly index: number;
      readonly from: number;
    };

export interface PointerContext {
  readonly workspace: Workspace;
  readonly layout: SheetLayout;
  readonly geometry: Geometry;
  /** Moves the window over the sheet by so many pixels. */
  readonly scrollBy: (by: Scroll) => void;
  readonly openMenu: (x: number, y: number) => void;
  readonly fit: (axis: 'rows' | 'columns', index: number) => void;
}

const EDGE = 18;
const STEP = 20;
const EDGE_INTERVAL = 40;

/** Selecting, extending and sizing with mouse, pen or finger, by coordinates: cells need no listeners of their own. */
export function usePointer(context: PointerContext, window: RefObject<HTMLDivElement | null>) {
  const latest = useRef(context);
  const drag = useRef<Drag | null>(null);
  const timer = useRef<number | null>(null);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => () => stopTimer(timer), []);

  const pointOf = (event: { clientX: number; clientY: number }): { x: number; y: number } => {
    const box = window.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };

  const extendTo = (x: number, y: number): void => {
    const { geometry, layout, workspace } = latest.current;
    const { at } = hit(geometry, layout, x, y);
    const zone = drag.current?.kind === 'select' ? drag.current.zone : 'cells';
    workspace.selectTo(wholeLine(zone, at), false);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.target instanceof Element && event.target.closest('.no-grid-pointer')) return;
    const { workspace, geometry, layout, openMenu } = latest.current;
    const { x, y } = pointOf(event);
    const { zone, at } = hit(geometry, layout, x, y);
    // The focus belongs to the cell editor, which the grid gives it.
    event.preventDefault();
    if (zone === 'rows' || zone === 'columns') {
      const index = edgeAt(layout, geometry, zone, zone === 'rows' ? y : x);
      if (index !== null && event.button === 0) {
        drag.current = { kind: 'size', axis: zone, index, from: zone === 'rows' ? y : x };
        window.current?.setPointerCapture(event.pointerId);
        return;
      }
    }
    if (workspace.insertReference(zone === 'cells' ? at : null)) return;
    if (!workspace.commit()) return;
    focusCells();
    const inside = workspace.selection.areas.some((area) => containsCell(area, at));
    if (event.button === 2) {
      if (!inside) selectAt(workspace, zone, at);
      openMenu(event.clientX, event.clientY);
      return;
    }
    if (event.button !== 0) return;
    drag.current = { kind: 'select', zone };
    window.current?.setPointerCapture(event.pointerId);
    if (event.shiftKey) workspace.selectTo(wholeLine(zone, at), false);
    else if ((event.ctrlKey || event.metaKey) && zone === 'cells') workspace.addArea(at);
    else selectAt(workspace, zone, at);
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const { x, y } = pointOf(event);
    const { geometry, layout } = latest.current;
    const element = window.current;
    if (!drag.current) {
      if (!element) return;
      const { zone } = hit(geometry, layout, x, y);
      const sizing =
        (zone === 'rows' || zone === 'columns') &&
        edgeAt(layout, geometry, zone, zone === 'rows' ? y : x) !== null;
      element.setAttribute('data-cursor', sizing ? `size-${zone}` : zone);
      return;
    }
    if (drag.current.kind === 'size') {
      const moved = (drag.current.axis === 'rows' ? y : x) - drag.current.from;
      element?.style.setProperty('--drag', `${moved}px`);
      return;
    }
    extendTo(x, y);
    stopTimer(timer);
    const by = edgeScroll(x, y, geometry, element);
    if (by) {
      timer.current = globalThis.window.setInterval(() => {
        latest.current.scrollBy(by);
        extendTo(x, y);
      }, EDGE_INTERVAL);
    }
  };

  const onPointerUp = (event: PointerEvent<HTMLDivElement>): void => {
    stopTimer(timer);
    const ended = drag.current;
    drag.current = null;
    if (ended?.kind !== 'size') return;
    const { x, y } = pointOf(event);
    const moved = (ended.axis === 'rows' ? y : x) - ended.from;
    if (Math.abs(moved) > 1) resize(latest.current, ended.axis, ended.index, moved);
  };

  const onDoubleClick = (event: { clientX: number; clientY: number }): void => {
    const { workspace, geometry, layout, fit } = latest.current;
    const { x, y } = pointOf(event);
    const { zone } = hit(geometry, layout, x, y);
    if (zone === 'rows' || zone === 'columns') {
      const index = edgeAt(layout, geometry, zone, zone === 'rows' ? y : x);
      if (index !== null) fit(zone, index);
    } else if (zone === 'cells') workspace.edit(false, 'cell');
  };

  return { onPointerDown, onPointerMove, onPointerUp, onDoubleClick };
}

function stopTimer(timer: RefObject<number | null>): void {
  if (timer.current !== null) clearInterval(timer.current);
  timer.current = null;
}

/** The far corner that a drag over headings means. */
function wholeLine(zone: Zone, at: Position): Position {
  if (zone === 'columns') return { row: MAX_ROWS - 1, column: at.column };
  return zone === 'rows' ? { row: at.row, column: MAX_COLUMNS - 1 } : at;
}

function selectAt(workspace: Workspace, zone: Zone, at: Position): void {
  switch (zone) {
    case 'cells':
      workspace.selectCell(at);
      return;
    case 'rows':
      workspace.select(
        {
          areas: [{ row: at.row, rows: 1, column: 0, columns: MAX_COLUMNS }],
          active: { row: at.row, column: 0 },
        },
        null,
      );
      return;
    case 'columns':
      workspace.select(
        {
          areas: [{ row: 0, rows: MAX_ROWS, column: at.column, columns: 1 }],
          active: { row: 0, column: at.column },
        },
        null,
      );
      return;
    case 'corner':
      workspace.select(
        {
          areas: [{ row: 0, rows: MAX_ROWS, column: 0, columns: MAX_COLUMNS }],
          active: { row: 0, column: 0 },
        },
        null,
      );
  }
}

/** How to scroll while the pointer is held beyond an edge of the cells. */
function edgeScroll(x: number, y: number, geometry: Geometry, element: HTMLDivElement | null): Scroll | null {
  if (!element) return null;
  const { clientWidth, clientHeight } = element;
  const along = (point: number, start: number, end: number): number =>
    point > end - EDGE ? STEP : point < start ? -STEP : 0;
  const top = along(y, geometry.headingHeight, clientHeight);
  const left = along(x, geometry.headingWidth, clientWidth);
  return top === 0 && left === 0 ? null : { top, left };
}

/** Gives a row or column its dragged size; all selected ones when it is among them. */
function resize(
  { workspace, layout }: PointerContext,
  axis: 'rows' | 'columns',
  index: number,
  moved: number,
): void {
  const pixels = Math.max(0, layout[axis].size(index) + moved) / layout.zoom;
  const { selection, sheet } = workspace;
  const whole = selection.areas.find((area) =>
    axis === 'rows'
      ? area.columns === MAX_COLUMNS && index >= area.row && index < area.row + area.rows
      : area.rows === MAX_ROWS && index >= area.column && index < area.column + area.columns,
  );
  const first = whole ? (axis === 'rows' ? whole.row : whole.column) : index;
  const count = whole ? (axis === 'rows' ? whole.rows : whole.columns) : 1;
  const size = axis === 'rows' ? pixelsToPoints(pixels) : pixelsToCharacters(pixels);
  workspace.perform(sizeStep(sheet, selection, axis, first, count, size));
}
