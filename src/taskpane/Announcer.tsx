import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PaneTexts } from '../locales/paneTexts';
import { usePane } from './context';
import type { PaneState, Work } from './state';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function begun(kind: Work['kind'], { pane }: PaneTexts): string {
  if (kind === 'build') return pane.building;
  return kind === 'undo' ? pane.undoing : pane.reading;
}

function ended({ book, failure, undone, losses, view }: PaneState, { pane }: PaneTexts): string {
  // An alert or the heading that takes the focus speaks for itself.
  if (failure || losses || view.name === 'result') return '';
  if (undone) return pane.undone({ sheets: undone.join(', ') });
  if (!book) return pane.stopped;
  const tables = book.reading.sheets.reduce((sum, sheet) => sum + sheet.tables.length, 0);
  return pane.bookSummary({ sheets: book.reading.sheets.length, tables });
}

/** Says to those who hear the pane that work began and how it ended; single steps would only drown the rest. */
export function Announcer({ state }: { readonly state: PaneState }): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const kind = state.work?.kind;
  const said = kind ? begun(kind, texts) : ended(state, texts);
  return (
    <div role="status" className={styles.unseen}>
      {said}
    </div>
  );
}
