import type { ReactNode } from 'react';
import type { Problem, TableOutline } from '../../reading/types';
import { usePane } from '../context';
import { byPlace, notesOf } from '../findings';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import FindingsList from './FindingsList';

interface Props {
  readonly findings: readonly Problem[];
  readonly table: TableOutline | null;
  readonly onShow: (sheet: string, address: string) => void;
}

/** What could not be read or looks wrong; and, folded away, what reading did of its own accord. */
export function Findings({ findings, table, onShow }: Props): ReactNode {
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const notes = byPlace(table ? notesOf(table) : []);
  const places = byPlace(findings);
  const skipped = table?.skipped.length ?? 0;
  if (!table && places.length === 0) return null;
  return (
    <Section
      heading={places.length > 0 ? `${pane.findings} (${places.length})` : pane.findings}
      hint={skipped > 0 ? pane.skippedRows({ n: skipped }) : undefined}
    >
      {places.length > 0 ? (
        <FindingsList findings={places} table={table} onShow={onShow} />
      ) : (
        <p className={common.paragraph}>✓ {pane.noFindings}</p>
      )}
      {notes.length > 0 && (
        <Fold summary={pane.notes({ n: notes.length })}>
          <FindingsList findings={notes} table={table} onShow={onShow} />
        </Fold>
      )}
    </Section>
  );
}
