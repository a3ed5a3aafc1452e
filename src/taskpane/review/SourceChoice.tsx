import { Field as LabelledField } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import { keyOf } from '../../reading/outline';
import type { TableOutline } from '../../reading/types';
import { sourcesOf } from '../../templates/sources';
import type { TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';
import { isBusy, type Book, type View } from '../state';
import type { Daybook } from '../useDaybook';

const BLANK = 'blank';

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
  readonly template: TemplateEntry;
  readonly table: TableOutline | null;
  readonly view: Extract<View, { name: 'review' }>;
}

/** The table to build from; or none, where the template can be filled in by hand. */
export function SourceChoice({ daybook, book, template, table, view }: Props): ReactNode {
  const { pane } = usePane().texts;
  const sources = sourcesOf(template, book.reading);
  // A table whose role was changed meanwhile is still what the review speaks of.
  const listed = table === null || sources.includes(table) ? sources : [table, ...sources];
  return (
    <LabelledField label={pane.source}>
      <Choice
        value={table ? String(listed.indexOf(table)) : BLANK}
        disabled={isBusy(daybook.state)}
        options={[
          ...listed.map(({ sheet, area }, index) => ({
            value: String(index),
            text: pane.sourceChoice({ sheet, range: areaAddress(area) }),
          })),
          ...(template.blank || table === null ? [{ value: BLANK, text: pane.startEmpty }] : []),
        ]}
        onChoose={(value) => {
          const next = value === BLANK ? null : listed[Number(value)];
          if (next !== undefined) daybook.replace({ ...view, table: next && keyOf(book.reading, next) });
        }}
      />
    </LabelledField>
  );
}
