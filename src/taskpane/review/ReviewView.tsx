import {
  Button,
  Field as LabelledField,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import type { Locale } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { TableChoices, TableReading } from '../../reading/types';
import { templateById } from '../../templates';
import type { Preparation } from '../../templates/types';
import { usePane } from '../context';
import { findingsOf } from '../findings';
import { sourcesOf } from '../../templates/sources';
import { keyOf, type Book, type View } from '../state';
import { templateTexts } from '../../locales/templateTexts';
import type { BuildOrder, Daybook } from '../useDaybook';
import { AllColumns } from './AllColumns';
import { FieldChoices } from './FieldChoices';
import { Findings } from './Findings';
import { Highlights } from './Highlights';
import { OptionChoices } from './OptionChoices';

const useStyles = makeStyles({
  view: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalXS },
  button: { minHeight: '44px' },
  select: { '& > select': { minHeight: '44px' } },
  sheets: { margin: 0, paddingLeft: '1.25em' },
  foot: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    zIndex: 1,
  },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
  readonly table: TableReading;
  readonly view: Extract<View, { name: 'review' }>;
}

/** What the template would make of the order; prepared anew whenever the order changes. */
function usePreparation({ prepare }: Daybook, order: BuildOrder): Preparation | null {
  const [preparation, setPreparation] = useState<Preparation | null>(null);
  const { book, template, table, locale, options, refresh } = order;
  useEffect(() => {
    let current = true;
    void prepare({ book, template, table, locale, options, refresh }).then((prepared) => {
      if (current) setPreparation(prepared);
    });
    return () => {
      current = false;
    };
  }, [prepare, book, template, table, locale, options, refresh]);
  return preparation;
}

/** Everything that is decided before a build, changeable; nothing is written before “Build”. */
export default function ReviewView({ daybook, book, table, view }: Props): ReactNode {
  const styles = useStyles();
  const { texts, locale: paneLocale } = usePane();
  const { pane } = texts;
  const template = templateById(view.template);
  const build = book.memory.builds.find(({ id }) => id === view.refresh);
  const [locale, setLocale] = useState<Locale>(build?.locale ?? paneLocale);
  const [options, setOptions] = useState<Readonly<Record<string, string>>>(
    () => build?.options ?? Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])),
  );
  const order: BuildOrder = { book, template: view.template, table, locale, options, refresh: view.refresh };
  const preparation = usePreparation(daybook, order);
  const busy = daybook.state.work !== null;
  const choose = (chosen: TableReading, choices: TableChoices): void => daybook.choose(book, chosen, choices);
  const { name: title, about } = templateTexts(texts, template.id);
  const sources = sourcesOf(template, book.reading);
  const findings = [...(preparation?.findings ?? []), ...findingsOf(table)];
  const refusal = preparation?.refusal;

  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button className={styles.button} appearance="subtle" onClick={() => daybook.go({ name: 'book' })}>
          ← {pane.back}
        </Button>
        <Title3 as="h1">{title}</Title3>
        <Text>{about}</Text>
      </div>
      <LabelledField label={pane.source}>
        <Select
          className={styles.select}
          value={String(sources.indexOf(table))}
          disabled={busy}
          onChange={(_event, { value }) => {
            const next = sources[Number(value)];
            if (next) daybook.go({ ...view, table: keyOf(book.reading, next) });
          }}
        >
          {sources.map((source, index) => (
            <option key={index} value={index}>
              {pane.sourceChoice({ sheet: source.sheet, range: areaAddress(source.area) })}
            </option>
          ))}
        </Select>
      </LabelledField>
      {refusal && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{problemSentence(refusal, paneLocale)}</MessageBarBody>
        </MessageBar>
      )}
      {preparation && !refusal && <Highlights highlights={preparation.highlights} />}
      <FieldChoices template={template} table={table} disabled={busy} onChoose={choose} />
      <AllColumns
        key={`${table.sheet}\n${areaAddress(table.area)}`}
        table={table}
        disabled={busy}
        onChoose={choose}
      />
      <OptionChoices
        template={template}
        options={options}
        locale={locale}
        onOptions={setOptions}
        onLocale={setLocale}
      />
      <Findings
        findings={findings}
        table={table}
        skipped={table.skipped.length}
        onShow={(address) => daybook.show(table.sheet, address)}
      />
      {preparation && !refusal && (
        <section>
          <Text as="h2" weight="semibold" block>
            {view.refresh ? pane.willRefresh : pane.willAdd}
          </Text>
          <ul className={styles.sheets}>
            {preparation.sheets.map((sheet) => (
              <li key={sheet.name}>
                <Text weight="medium">{sheet.name}</Text> <Text size={200}>{sheet.about}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.foot}>
        <Text size={200}>{preparation && !refusal ? pane.rowsUsed({ n: preparation.rowsUsed }) : ''}</Text>
        <Button
          className={styles.button}
          appearance="primary"
          disabled={busy || !preparation || Boolean(refusal)}
          onClick={() => daybook.build(order)}
        >
          {view.refresh ? pane.refresh : pane.build}
        </Button>
      </div>
    </div>
  );
}
