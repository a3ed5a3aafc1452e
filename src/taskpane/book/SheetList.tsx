import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { errorSentence } from '../messages';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import type { Book } from '../state';
import type { Daybook } from '../useDaybook';
import { BareSheetRow, TableRow } from './SheetRow';

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
}

/** Every sheet of the workbook, in its order; those that could not be read come last, with the reason. */
export function SheetList({ daybook, book }: Props): ReactNode {
  const common = useCommonStyles();
  const { texts } = usePane();
  const { sheets } = book.reading;
  const isHidden = (name: string): boolean =>
    book.scan.grid.sheets.some((grid) => grid.name === name && !grid.visible);
  if (sheets.length + book.scan.unreadable.length === 0) return null;
  return (
    <Section heading={texts.pane.sheets} hint={texts.pane.sheetsHint}>
      <ul className={common.list}>
        {sheets.map((sheet) =>
          sheet.tables.length === 0 ? (
            <BareSheetRow key={sheet.sheet} daybook={daybook} sheet={sheet} hidden={isHidden(sheet.sheet)} />
          ) : (
            sheet.tables.map((table, index) => (
              <TableRow
                key={`${sheet.sheet}\n${index}`}
                daybook={daybook}
                book={book}
                table={table}
                several={sheet.tables.length > 1}
                hidden={isHidden(sheet.sheet)}
              />
            ))
          ),
        )}
        {book.scan.unreadable.map(({ sheet, error }) => (
          <li key={`unreadable\n${sheet}`} className={common.item}>
            <p className={mergeClasses(common.paragraph, common.warning)}>
              ⚠ {texts.pane.unreadable({ sheet, reason: errorSentence(error, texts) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
