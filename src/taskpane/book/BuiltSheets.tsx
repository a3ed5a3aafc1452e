import { Button, Link, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BuildInfo } from '../../excel';
import type { PaneTexts } from '../../locales/paneTexts';
import { keyOf } from '../../reading/outline';
import type { TableOutline } from '../../reading/types';
import { catalog } from '../../templates/catalog';
import { findAgain } from '../../templates/sources';
import { usePane } from '../context';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import { useFocusOnArrival } from '../parts/useFocusOnArrival';
import { isBusy, type Book } from '../state';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  sheets: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
}

function isKnown(template: string): boolean {
  return catalog.some(({ id }) => id === template);
}

/** Where a build can be refreshed from: its table, null for one built blank, undefined where that is impossible. */
function sourceOf({ template, source }: BuildInfo, { reading }: Book): TableOutline | null | undefined {
  return isKnown(template) ? source && findAgain(source, reading) : undefined;
}

function originOf(
  { template, source: remembered }: BuildInfo,
  source: TableOutline | null | undefined,
  pane: PaneTexts['pane'],
): string {
  if (source) return pane.builtFrom({ sheet: source.sheet });
  if (!isKnown(template)) return pane.builtByNewer;
  return remembered ? pane.sourceGone({ sheet: remembered.sheet }) : pane.builtBlank;
}

function BuiltRow({ daybook, book, build }: Props & { readonly build: BuildInfo }): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { arrival } = daybook.state;
  const button = useFocusOnArrival<HTMLButtonElement>(
    arrival?.name === 'book' && arrival.from === build.id ? arrival : null,
  );
  const source = sourceOf(build, book);
  const first = build.sheets[0]?.name ?? build.template;
  const review = (): void => {
    if (source === undefined) return;
    const table = source && keyOf(book.reading, source);
    daybook.go({ name: 'review', template: build.template, table, refresh: build.id });
  };
  return (
    <li className={mergeClasses(common.item, styles.row)}>
      <div>
        <div className={styles.sheets}>
          {build.sheets.map(({ role, name }) => (
            <Link key={role} as="button" onClick={() => daybook.show(name)}>
              {name}
            </Link>
          ))}
        </div>
        <p className={mergeClasses(common.paragraph, common.quiet)}>{originOf(build, source, pane)}</p>
      </div>
      <Button
        ref={button}
        className={common.target}
        aria-label={pane.refreshOf({ sheet: first })}
        disabled={source === undefined}
        disabledFocusable={isBusy(daybook.state)}
        onClick={review}
      >
        {pane.refresh}
      </Button>
    </li>
  );
}

/** What Daybook has built in this workbook, each to be looked at or refreshed. */
export function BuiltSheets({ daybook, book }: Props): ReactNode {
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  return (
    <Section heading={pane.builtSheets}>
      <ul className={common.list}>
        {book.memory.builds.map((build) => (
          <BuiltRow key={build.id} daybook={daybook} book={book} build={build} />
        ))}
      </ul>
    </Section>
  );
}
