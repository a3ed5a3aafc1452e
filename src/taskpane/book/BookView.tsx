import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { templates } from '../../templates';
import { usePane } from '../context';
import type { Daybook } from '../useDaybook';
import { BuiltSheets } from './BuiltSheets';
import { SheetList } from './SheetList';
import { TemplateCard } from './TemplateCard';

const useStyles = makeStyles({
  view: { display: 'grid', rowGap: tokens.spacingVerticalL },
  heading: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  summary: { color: tokens.colorNeutralForeground2 },
  cards: { display: 'grid', rowGap: tokens.spacingVerticalS },
  empty: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXXL,
    justifyItems: 'start',
  },
  button: { minHeight: '44px' },
});

/** The first view: what is in the workbook, and what can be built from it. */
export function BookView({ daybook }: { readonly daybook: Daybook }): ReactNode {
  const styles = useStyles();
  const { host, texts } = usePane();
  const { pane } = texts;
  const { book, work } = daybook.state;
  const undoable = host.canUndo();
  if (!book) {
    return work ? (
      <Title3 as="h1">{pane.yourWorkbook}</Title3>
    ) : (
      <Button className={styles.button} appearance="primary" onClick={daybook.read}>
        {pane.readAgain}
      </Button>
    );
  }
  const tables = book.reading.sheets.flatMap((sheet) => sheet.tables);
  const again = (
    <Button className={styles.button} onClick={daybook.read} disabled={work !== null}>
      {pane.readAgain}
    </Button>
  );
  if (tables.length === 0) {
    return (
      <div className={styles.empty}>
        <Title3 as="h1">{pane.nothingUsable}</Title3>
        <Text>{pane.nothingUsableAdvice}</Text>
        {again}
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <div>
        <div className={styles.heading}>
          <Title3 as="h1">{pane.yourWorkbook}</Title3>
          {again}
        </div>
        <Text className={styles.summary}>
          {pane.bookSummary({ sheets: book.reading.sheets.length, tables: tables.length })}
        </Text>
      </div>
      <div className={styles.cards}>
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} daybook={daybook} reading={book.reading} />
        ))}
      </div>
      {book.memory.builds.length > 0 && <BuiltSheets daybook={daybook} book={book} />}
      {undoable && (
        <Button className={styles.button} onClick={() => daybook.undo()} disabled={work !== null}>
          {pane.undoLast({ title: undoable.sheets[0] ?? undoable.template })}
        </Button>
      )}
      <SheetList daybook={daybook} book={book} />
    </div>
  );
}
