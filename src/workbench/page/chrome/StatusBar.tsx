import { useMemo, useSyncExternalStore } from 'react';
import type { Workspace } from '../edit/workspace';
import { formatValue } from '../../model/text';
import { summarize } from '../edit/summary';
import { zoomBy } from '../edit/zoom';
import type { PageTexts } from '../texts';
import './statusBar.css';

interface Props {
  readonly workspace: Workspace;
  readonly texts: PageTexts;
}

/** Whether the workbook is ready, and what the selected cells add up to. */
export function StatusBar({ workspace, texts }: Props) {
  useSyncExternalStore(workspace.subscribe, workspace.getVersion);
  const { content, calculating } = useSyncExternalStore(
    workspace.store.subscribe,
    workspace.store.getVersions,
  );
  const { sheet, selection, editor, workbook } = workspace;
  const summary = useMemo(
    () => ({ content, ...summarize(sheet, selection.areas) }),
    [sheet, selection.areas, content],
  );
  const number = (value: number): string =>
    formatValue(value, summary.numberFormat, workbook.locale, workbook.date1904);
  return (
    <footer className="status-bar" data-testid="status-bar">
      <span role="status" className="status-state">
        {calculating && <span className="spinner" aria-hidden="true" />}
        {calculating ? texts.calculating : editor ? texts.editing : texts.ready}
      </span>
      <span className="status-figures">
        {summary.count > 1 && (
          <>
            {summary.numbers > 0 && (
              <Figure name={texts.average} value={number(summary.sum / summary.numbers)} />
            )}
            <Figure name={texts.count} value={String(summary.count)} />
            {summary.numbers > 0 && <Figure name={texts.sum} value={number(summary.sum)} />}
          </>
        )}
      </span>
      <span className="status-zoom" role="group" aria-label={texts.zoom}>
        <button
          type="button"
          aria-label={texts.zoomOut}
          title={texts.zoomOut}
          onClick={() => zoomBy(sheet, -1)}
        >
          −
        </button>
        <span className="zoom-value">{Math.round(sheet.zoom)}%</span>
        <button type="button" aria-label={texts.zoomIn} title={texts.zoomIn} onClick={() => zoomBy(sheet, 1)}>
          +
        </button>
      </span>
    </footer>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <span className="figure">
      {name} <b>{value}</b>
    </span>
  );
}
