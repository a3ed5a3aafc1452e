import { Button, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { usePane } from '../context';
import { noticeSentence } from '../messages';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import { ViewHeading } from '../parts/ViewHeading';
import { isBusy, type Book } from '../state';
import type { Daybook } from '../useDaybook';
import { BuiltSheets } from './BuiltSheets';
import { offersOf } from './offers';
import { SheetList } from './SheetList';
import { Skeleton } from './Skeleton';
import { TemplateList } from './TemplateList';

const useStyles = makeStyles({
  heading: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  summary: { gridColumn: '1 / -1', minHeight: tokens.lineHeightBase200 },
});

/** Rows from which on reading is felt. */
const LONG = 20_000;

interface Props {
  readonly daybook: Daybook;
}

/** One line that says what was found, or that it is out of date; the same place for both, so that nothing moves. */
function Summary({ daybook, book }: Props & { readonly book: Book | null }): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { work, stale } = daybook.state;
  const line = (text: string, tone = common.quiet): ReactNode => (
    <p className={mergeClasses(common.paragraph, styles.summary, tone)}>{text}</p>
  );
  if (!book) return line(work ? pane.reading : pane.stopped);
  if (stale && !work) return line(`⚠ ${pane.sheetsChanged}`, common.warning);
  const tables = book.reading.sheets.reduce((sum, sheet) => sum + sheet.tables.length, 0);
  return line(pane.bookSummary({ sheets: book.reading.sheets.length, tables }));
}

interface ContentProps extends Props {
  readonly book: Book;
}

/** What can be built: from what is here, and folded away what needs more than that. */
function Templates({ daybook, book }: ContentProps): ReactNode {
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { fitting, others } = useMemo(() => offersOf(book), [book]);
  const { arrival } = daybook.state;
  const from = arrival?.name === 'book' ? arrival.from : undefined;
  const nothing = book.reading.sheets.every((sheet) => sheet.tables.length === 0);
  return (
    <>
      {nothing && (
        <div>
          <h2 className={common.title}>{pane.nothingUsable}</h2>
          <p className={common.paragraph}>{pane.nothingUsableAdvice}</p>
        </div>
      )}
      {fitting.length > 0 && (
        <Section heading={pane.forThisBook}>
          <TemplateList daybook={daybook} offers={fitting} />
        </Section>
      )}
      {others.length > 0 && (
        <Fold
          summary={
            fitting.length > 0
              ? pane.otherTemplates({ n: others.length })
              : pane.allTemplates({ n: others.length })
          }
          initiallyOpen={fitting.length === 0 || others.some(({ template }) => template.id === from)}
        >
          {!nothing && <p className={mergeClasses(common.paragraph, common.quiet)}>{pane.noSourceHint}</p>}
          <TemplateList daybook={daybook} offers={others} explained />
        </Fold>
      )}
    </>
  );
}

function Content({ daybook, book }: ContentProps): ReactNode {
  const common = useCommonStyles();
  const { texts } = usePane();
  const { undoable } = daybook.state;
  const long = book.reading.sheets.some(({ tables }) => tables.some(({ rows }) => rows.length > LONG));
  const notices = [
    ...[...book.memory.notices, ...book.scan.notices].map((notice) => noticeSentence(notice, texts)),
    ...(long && !book.background ? [texts.pane.noBackground] : []),
  ];
  return (
    <>
      {notices.map((notice) => (
        <p key={notice} className={mergeClasses(common.paragraph, common.warning)}>
          ⚠ {notice}
        </p>
      ))}
      <Templates daybook={daybook} book={book} />
      {undoable && (
        <Button
          className={common.target}
          onClick={() => daybook.undo()}
          disabledFocusable={daybook.state.work !== null}
        >
          {texts.pane.undoLast({ title: undoable.sheets[0] ?? undoable.template })}
        </Button>
      )}
      {book.memory.builds.length > 0 && <BuiltSheets daybook={daybook} book={book} />}
      <SheetList daybook={daybook} book={book} />
    </>
  );
}

/** The first view: what can be built from the workbook, and what each of its sheets was taken for. */
export function BookView({ daybook }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { book, work, arrival } = daybook.state;
  // Coming back from a review, the focus goes to the button that led there.
  const back = arrival?.name === 'book' && arrival.from !== undefined;
  return (
    <div className={common.view}>
      <div className={styles.heading}>
        <ViewHeading arrived={back ? null : arrival}>{pane.yourWorkbook}</ViewHeading>
        <Button
          className={common.inLine}
          appearance="transparent"
          onClick={daybook.read}
          disabledFocusable={isBusy(daybook.state)}
        >
          {pane.readAgain}
        </Button>
        <Summary daybook={daybook} book={book} />
      </div>
      {book ? <Content daybook={daybook} book={book} /> : work && <Skeleton />}
    </div>
  );
}
