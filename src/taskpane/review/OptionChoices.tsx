import { Field as LabelledField, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Locale } from '../../locales';
import type { Template } from '../../templates/types';
import { usePane } from '../context';
import { templateTexts } from '../../locales/templateTexts';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  select: { '& > select': { minHeight: '44px' } },
});

interface Props {
  readonly template: Template;
  readonly options: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly onOptions: (options: Readonly<Record<string, string>>) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The template's own choices, and the language of what is built. */
export function OptionChoices({ template, options, locale, onOptions, onLocale }: Props): ReactNode {
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
            <Select
              className={styles.select}
              value={options[id] ?? initial}
              onChange={(_event, { value }) => onOptions({ ...options, [id]: value })}
            >
              {values.map((value) => (
                <option key={value} value={value}>
                  {names[value] ?? value}
                </option>
              ))}
            </Select>
          </LabelledField>
        );
      })}
      <LabelledField label={pane.sheetLanguage}>
        <Select
          className={styles.select}
          value={locale}
          onChange={(_event, { value }) => onLocale(value as Locale)}
        >
          {LOCALES.map((known) => (
            <option key={known} value={known}>
              {pane.languages[known]}
            </option>
          ))}
        </Select>
      </LabelledField>
    </div>
  );
}
