import {
  Button,
  Field as LabelledField,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  mergeClasses,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import type { Locale } from '../../locales/locale';
import { problemText } from '../../locales/problemText';
import { templateTexts } from '../../locales/templateTexts';
import type { TableReading } from '../../reading/types';
import { catalog } from '../../templates/catalog';
import { sourcesOf } from '../../templates/sources';
import type { Preparation, TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { findingsOf } from '../findings';
import { Choice } from '../parts/Choice';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import { ViewHeading } from '../parts/ViewHeading';
import { isBusy, keyOf, type Book, type View } from '../state';
import type { BuildOrder, Daybook } from '../useDaybook';
import { AllColumns } from './AllColumns';
import { FieldChoices } from './FieldChoices';
import { Findings } from './Findings';
import { Highlights } from './Highlights';
import { OptionChoices } from './OptionChoices';
import { usePreparation } from './usePreparation';

const useStyles = makeStyles({
  head: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalXS },
  sheets: { margin: 0, paddingLeft: '1.25em' },
  foot: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    zIndex: 1,
  },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
  readonly table: TableReading;
  readonly view: Extract<View, { name: 'review' }>;
}

function entryOf(id: string): TemplateEntry {
  const found = catalog.find((entry) => entry.id === id);
  if (!found) throw new Error(`No template ${id}`);
  return found;
}

function SourceChoice({ daybook, book, table, view }: Props): ReactNode {
  const { pane } = usePane().texts;
  const sources = sourcesOf(entryOf(view.template), book.reading);
  // A table whose role was changed meanwhile is still what the review speaks of.
  const listed = sources.includes(table) ? sources : [table, ...sources];
  return (
    <LabelledField label={pane.source}>
      <Choice
        value={String(listed.indexOf(table))}
        disabled={isBusy(daybook.state)}
        options={listed.map(({ sheet, area }, index) => ({
          value: String(index),
          text: pane.sourceChoice({ sheet, range: areaAddress(area) }),
        }))}
        onChoose={(index) => {
          const next = listed[Number(index)];
          if (next) daybook.replace({ ...view, table: keyOf(book.reading, next) });
        }}
      />
    </LabelledField>
  );
}

interface FootProps extends Props {
  readonly preparation: Preparation | null;
  readonly onBuild: () => void;
}

/** The decision, always in sight: how much goes in, and go. */
function Foot({ daybook, view, preparation, onBuild }: FootProps): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { work, stale } = daybook.state;
  const ready = preparation !== null && !preparation.refusal;
  return (
    <div className={styles.foot}>
      {stale && !work ? (
        <span className={common.warning}>
          ⚠ {pane.sheetsChanged}{' '}
          <Link as="button" inline onClick={daybook.read}>
            {pane.readAgain}
          </Link>
        </span>
      ) : (
        <span className={common.quiet}>{ready ? pane.rowsUsed({ n: preparation.rowsUsed }) : ''}</span>
      )}
      <Button
        className={common.target}
        appearance="primary"
        disabledFocusable={work !== null || !ready}
        onClick={onBuild}
      >
        {view.refresh ? pane.refresh : pane.build}
      </Button>
    </div>
  );
}

/** Everything that is decided before a build, changeable; nothing is written before “Build”. */
export default function ReviewView(props: Props): ReactNode {
  const { daybook, book, table, view } = props;
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts, locale: paneLocale } = usePane();
  const { pane } = texts;
  const template = entryOf(view.template);
  const build = book.memory.builds.find(({ id }) => id === view.refresh);
  const [locale, setLocale] = useState<Locale>(build?.locale ?? paneLocale);
  const [options, setOptions] = useState<Readonly<Record<string, string>>>(
    () => build?.options ?? Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])),
  );
  const order: BuildOrder = { book, template: view.template, table, locale, options, refresh: view.refresh };
  const preparation = usePreparation(daybook, order);
  const { name: title, about } = templateTexts(texts, template.id);
  const refusal = preparation?.refusal;
  const columnProps = {
    table,
    disabled: isBusy(daybook.state),
    pending: daybook.state.work?.kind === 'understand',
    onChoose: (chosen: TableReading, choices: Parameters<Daybook['choose']>[2]) =>
      daybook.choose(book, chosen, choices),
  };

  return (
    <div className={common.view}>
      <div className={styles.head}>
        <Button className={common.inLine} appearance="transparent" onClick={daybook.back}>
          ← {pane.back}
        </Button>
        <ViewHeading arrived={daybook.state.arrival}>{title}</ViewHeading>
        <p className={mergeClasses(common.paragraph, common.quiet)}>{about}</p>
      </div>
      <SourceChoice {...props} />
      {refusal && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{problemText(refusal, texts)}</MessageBarBody>
        </MessageBar>
      )}
      {preparation && !refusal && <Highlights highlights={preparation.highlights} />}
      <FieldChoices template={template} {...columnProps} />
      <Findings
        findings={[...(preparation?.findings ?? []), ...findingsOf(table)]}
        table={table}
        onShow={(address) => daybook.show(table.sheet, address)}
      />
      <OptionChoices
        template={template}
        options={options}
        locale={locale}
        disabled={isBusy(daybook.state)}
        onOptions={setOptions}
        onLocale={setLocale}
      />
      <AllColumns key={`${table.sheet}\n${areaAddress(table.area)}`} {...columnProps} />
      {preparation && !refusal && (
        <Section heading={view.refresh ? pane.willRefresh : pane.willAdd}>
          <ul className={styles.sheets}>
            {preparation.sheets.map((sheet) => (
              <li key={sheet.name}>
                <b>{sheet.name}</b> <span className={common.quiet}>{sheet.about}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Foot {...props} preparation={preparation} onBuild={() => daybook.build(order)} />
    </div>
  );
}
