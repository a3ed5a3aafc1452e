import { Field as LabelledField, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Locale } from '../../locales/locale';
import { templateTexts } from '../../locales/templateTexts';
import type { TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

interface Props {
  readonly template: TemplateEntry;
  readonly options: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly disabled: boolean;
  readonly onOptions: (options: Readonly<Record<string, string>>) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The template's own choices, and the language of what is built. */
export function OptionChoices(props: Props): ReactNode {
  const { template, options, locale, disabled, onOptions, onLocale } = props;
  const styles = useStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const words = templateTexts(texts, template.id).options;
  return (
    <div className={styles.grid}>
      {template.options.map(({ id, values, initial }) => {
        const option = Object.entries(words).find(([key]) => key === id)?.[1];
        if (!option) throw new Error(`No texts for the option ${id} of ${template.id}`);
        const names: Readonly<Record<string, string>> = option.values;
        return (
          <LabelledField key={id} label={option.label}>
            <Choice
              value={options[id] ?? initial}
              disabled={disabled}
              options={values.map((value) => ({ value, text: names[value] ?? value }))}
              onChoose={(value) => onOptions({ ...options, [id]: value })}
            />
          </LabelledField>
        );
      })}
      <LabelledField label={pane.sheetLanguage}>
        <Choice
          value={locale}
          disabled={disabled}
          options={LOCALES.map((known) => ({ value: known, text: pane.languages[known] }))}
          onChoose={onLocale}
        />
      </LabelledField>
    </div>
  );
}
