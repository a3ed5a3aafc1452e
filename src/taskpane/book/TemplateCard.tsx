import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { BookReading } from '../../reading/types';
import type { Template } from '../../templates/types';
import { usePane } from '../context';
import { sourcesOf } from '../../templates/sources';
import { keyOf } from '../state';
import { templateTexts } from '../../locales/templateTexts';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  secondary: { color: tokens.colorNeutralForeground2 },
  button: { minHeight: '44px', gridRow: '1 / span 2', gridColumn: '2' },
});

interface Props {
  readonly template: Template;
  readonly reading: BookReading;
  readonly daybook: Daybook;
}

/** One thing that can be built, with the sheet it would be built from. */
export function TemplateCard({ template, reading, daybook }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const titleId = useId();
  const source = sourcesOf(template, reading)[0];
  const { name: title } = templateTexts(texts, template.id);
  const review = (): void => {
    if (source) {
      daybook.go({ name: 'review', template: template.id, table: keyOf(reading, source), refresh: null });
    }
  };
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <Text id={titleId} as="h2" weight="semibold" size={400} style={{ margin: 0 }}>
        {title}
      </Text>
      <Text className={styles.secondary} size={200}>
        {source
          ? texts.pane.buildFrom({ sheet: source.sheet, rowCount: source.rows.length })
          : texts.pane.noSource({
              roles: template.roles.map((role) => texts.reading.roles[role]).join('、'),
            })}
      </Text>
      <Button
        className={styles.button}
        appearance="primary"
        disabled={!source || daybook.state.work !== null}
        onClick={review}
        aria-describedby={titleId}
      >
        {texts.pane.build}…
      </Button>
    </section>
  );
}
