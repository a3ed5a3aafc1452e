import { Button, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { templateTexts } from '../../locales/templateTexts';
import { sourcesOf } from '../../templates/sources';
import type { TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { useCommonStyles } from '../parts/styles';
import { useFocusOnArrival } from '../parts/useFocusOnArrival';
import { isBusy, reviewOf, type Book } from '../state';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface Props {
  readonly template: TemplateEntry;
  readonly book: Book;
  readonly daybook: Daybook;
}

/** One thing that can be built, with the sheet it would be built from. */
export function TemplateCard({ template, book, daybook }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts } = usePane();
  const titleId = useId();
  const { arrival } = daybook.state;
  const button = useFocusOnArrival<HTMLButtonElement>(
    arrival?.name === 'book' && arrival.from === template.id ? arrival : null,
  );
  const [source] = sourcesOf(template, book.reading);
  const view = reviewOf(template, book);
  const { name: title, about } = templateTexts(texts, template.id);
  const review = (): void => {
    if (view) daybook.go(view);
  };
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h2 id={titleId} className={common.title}>
        {title}
      </h2>
      <p className={mergeClasses(common.paragraph, common.quiet)}>{about}</p>
      <p className={common.paragraph}>
        {source
          ? texts.pane.buildFrom({ sheet: source.sheet, rowCount: source.rows.length })
          : view
            ? texts.pane.buildEmpty
            : texts.pane.noSource({ roles: template.roles.map((role) => texts.reading.roles[role]) })}
      </p>
      <Button
        ref={button}
        className={common.target}
        appearance="primary"
        disabled={!view}
        disabledFocusable={isBusy(daybook.state)}
        onClick={review}
        aria-describedby={titleId}
      >
        {texts.pane.checkAndBuild}
      </Button>
    </section>
  );
}
