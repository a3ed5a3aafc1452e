import { Button, Link, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { templateTexts } from '../../locales/templateTexts';
import { usePane } from '../context';
import { noticeSentence } from '../messages';
import { useCommonStyles } from '../parts/styles';
import { ViewHeading } from '../parts/ViewHeading';
import type { View } from '../state';
import type { Daybook } from '../useDaybook';
import { changesBySheet } from './changesBySheet';
import { Differences, differencesOf } from './Differences';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  mark: { color: tokens.colorPaletteGreenForeground1, fontSize: tokens.fontSizeBase600 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly daybook: Daybook;
  readonly view: Extract<View, { name: 'result' }>;
}

/** What was built, what became of the person's own cells, and the way back. */
export default function ResultView({ daybook, view }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const { result, template } = view;
  const { name: title } = templateTexts(texts, template);
  const differences = differencesOf(result);
  const busy = daybook.state.work !== null;
  const refreshed = result.refreshed.length > 0;
  return (
    <div className={common.view}>
      <div className={styles.head}>
        <span className={styles.mark} aria-hidden="true">
          ✓
        </span>
        <ViewHeading arrived={daybook.state.arrival}>
          {refreshed ? pane.refreshed({ title }) : pane.built({ title })}
        </ViewHeading>
      </div>
      <ul className={common.list}>
        {result.build.sheets.map(({ role, name }) => (
          <li key={role} className={common.item}>
            <Link
              as="button"
              className={common.rowTarget}
              onClick={() => daybook.show(name)}
              title={pane.goToSheet({ sheet: name })}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {refreshed ? (
        changesBySheet(result.changes).map((change) => (
          <p key={change.sheet} className={common.paragraph}>
            {pane.changes(change)}
          </p>
        ))
      ) : (
        <p className={mergeClasses(common.paragraph, common.quiet)}>{pane.builtHint}</p>
      )}
      {differences.length > 0 && <Differences differences={differences} daybook={daybook} />}
      {result.notices.map((notice, index) => (
        <p key={index} className={mergeClasses(common.paragraph, common.warning)}>
          ⚠ {noticeSentence(notice, texts)}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button className={common.target} appearance="primary" onClick={daybook.back}>
          {pane.backToBook}
        </Button>
        <Button className={common.target} onClick={() => daybook.undo()} disabledFocusable={busy}>
          {pane.undo}
        </Button>
      </div>
    </div>
  );
}
