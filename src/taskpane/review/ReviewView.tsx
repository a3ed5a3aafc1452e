import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  mergeClasses,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import type { Locale } from '../../locales/locale';
import { problemText } from '../../locales/problemText';
import { templateTexts } from '../../locales/templateTexts';
import type { TableOutline } from '../../reading/types';
import { entryById } from '../../templates/catalog';
import { missingCompanion } from '../../templates/sources';
import { usePane } from '../context';
import { findingsWith } from '../findings';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import { ViewHeading } from '../parts/ViewHeading';
import { isBusy, type Book, type View } from '../state';
import type { BuildOrder, Daybook } from '../useDaybook';
import { AllColumns } from './AllColumns';
import { CompanionChoices } from './CompanionChoices';
import { FieldChoices } from './FieldChoices';
import { Findings } from './Findings';
import { Foot } from './Foot';
import { Highlights } from './Highlights';
import { OptionChoices } from './OptionChoices';
import { useProblemTexts } from './problemTexts';
import { SourceChoice } from './SourceChoice';
import { useCompanions } from './useCompanions';
import { usePreparation } from './usePreparation';

const useStyles = makeStyles({
  head: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalXS },
  sheets: { margin: 0, paddingLeft: '1.25em' },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
  /** Null: to be built blank. */
  readonly table: TableOutline | null;
  readonly view: Extract<View, { name: 'review' }>;
}

/** Everything that is decided before a build, changeable; nothing is written before “Build”. */
export default function ReviewView({ daybook, book, table, view }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts, locale: paneLocale } = usePane();
  const { pane } = texts;
  const problemTexts = useProblemTexts();
  const template = entryById(view.template);
  const build = book.memory.builds.find(({ id }) => id === view.refresh);
  const [locale, setLocale] = useState<Locale>(build?.locale ?? paneLocale);
  const [options, setOptions] = useState<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])),
    ...build?.options,
  }));
  const chosen = useCompanions(template, book, table, build);
  const { companions } = chosen;
  const missing = missingCompanion(template, companions);
  const { template: id, refresh } = view;
  const order = useMemo<BuildOrder>(
    () => ({ book, template: id, table, companions, locale, options, refresh }),
    [book, id, table, companions, locale, options, refresh],
  );
  const { preparation, lasting } = usePreparation(daybook, missing ? null : order);
  const words = templateTexts(texts, template.id);
  const refusal = missing
    ? pane.companionMissing({
        label: words.companions[missing.id] ?? missing.id,
        roles: missing.roles.map((role) => texts.reading.roles[role]),
      })
    : preparation?.refusal && problemText(preparation.refusal, problemTexts);
  const disabled = isBusy(daybook.state);
  const columnProps = {
    disabled,
    pending: daybook.state.work?.kind === 'understand',
    onChoose: (changed: TableOutline, choices: Parameters<Daybook['choose']>[2]) =>
      daybook.choose(book, changed, choices),
  };

  return (
    <div className={common.view}>
      <div className={styles.head}>
        <Button className={common.inLine} appearance="transparent" onClick={daybook.back}>
          ← {pane.back}
        </Button>
        <ViewHeading arrived={daybook.state.arrival}>{words.name}</ViewHeading>
        <p className={mergeClasses(common.paragraph, common.quiet)}>{words.about}</p>
      </div>
      <SourceChoice daybook={daybook} book={book} template={template} table={table} view={view} />
      <CompanionChoices template={template} book={book} source={table} chosen={chosen} disabled={disabled} />
      {refusal && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {preparation && !refusal && <Highlights highlights={preparation.highlights} />}
      <OptionChoices
        template={template}
        options={options}
        examples={preparation?.examples}
        locale={locale}
        disabled={disabled}
        onOptions={setOptions}
        onLocale={setLocale}
      />
      <Findings
        findings={[...(preparation?.findings ?? []), ...findingsWith(table, companions)]}
        table={table}
        onShow={daybook.show}
      />
      {table && <FieldChoices template={template} table={table} {...columnProps} />}
      {table && (
        <AllColumns key={`${table.sheet}\n${areaAddress(table.area)}`} table={table} {...columnProps} />
      )}
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
      <Foot
        daybook={daybook}
        preparation={refusal ? null : preparation}
        preparing={lasting}
        blank={table === null}
        refresh={view.refresh !== null}
        onBuild={() => daybook.build(order)}
      />
    </div>
  );
}
