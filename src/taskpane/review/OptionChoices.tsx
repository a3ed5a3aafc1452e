import { Field as LabelledField, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Locale } from '../../locales/locale';
import { templateTexts, type OptionText } from '../../locales/templateTexts';
import type { Preparation, TemplateEntry, TemplateOption } from '../../templates/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';
import { useCommonStyles } from '../parts/styles';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  whole: { gridColumn: '1 / -1' },
  radio: { marginInlineStart: `-${tokens.spacingHorizontalS}` },
  value: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
});

interface OptionProps {
  readonly option: TemplateOption;
  readonly words: OptionText;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChoose: (value: string) => void;
}

function nameOf(value: string, { values }: OptionText): string {
  return values[value] ?? value;
}

/** A choice that money hangs on: every value with what it comes to on this workbook. */
function ExplainedOption({
  option,
  words,
  examples,
  value,
  disabled,
  onChoose,
}: OptionProps & { readonly examples: Readonly<Record<string, string>> }): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  return (
    <LabelledField className={styles.whole} label={words.ask ?? words.label}>
      <RadioGroup
        className={styles.radio}
        value={value}
        disabled={disabled}
        onChange={(_event, { value: next }) => onChoose(next)}
      >
        {option.values.map((each) => (
          <Radio
            key={each}
            value={each}
            label={
              <span className={styles.value}>
                {nameOf(each, words)}
                {examples[each] !== undefined && <span className={common.quiet}>{examples[each]}</span>}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </LabelledField>
  );
}

function PlainOption({ option, words, value, disabled, onChoose }: OptionProps): ReactNode {
  return (
    <LabelledField label={words.ask ?? words.label}>
      <Choice
        value={value}
        disabled={disabled}
        options={option.values.map((each) => ({ value: each, text: nameOf(each, words) }))}
        onChoose={onChoose}
      />
    </LabelledField>
  );
}

interface Props {
  readonly template: TemplateEntry;
  readonly options: Readonly<Record<string, string>>;
  readonly examples: Preparation['examples'];
  readonly locale: Locale;
  readonly disabled: boolean;
  readonly onOptions: (options: Readonly<Record<string, string>>) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The template's own choices, each as a question, and the language of what is built. */
export function OptionChoices(props: Props): ReactNode {
  const { template, options, examples = {}, locale, disabled, onOptions, onLocale } = props;
  const styles = useStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const { options: words } = templateTexts(texts, template.id);
  return (
    <div className={styles.grid}>
      {template.options.map((option) => {
        const { id, initial } = option;
        const own = words[id];
        if (!own) throw new Error(`No texts for the option ${id} of ${template.id}`);
        const given = {
          option,
          words: own,
          value: options[id] ?? initial,
          disabled,
          onChoose: (value: string) => onOptions({ ...options, [id]: value }),
        };
        const explained = examples[id];
        return explained ? (
          <ExplainedOption key={id} {...given} examples={explained} />
        ) : (
          <PlainOption key={id} {...given} />
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
