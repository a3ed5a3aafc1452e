import { texts, type Locale } from '../locales';
import { templateTexts, type OptionText } from '../locales/templateTexts';
import { templates } from '../templates';
import { EXIT, print, printJson, type ExitCode } from './output';

export interface TemplatesFlags {
  readonly json?: boolean;
  readonly locale: Locale;
}

function questionOf(words: OptionText | undefined): string | undefined {
  return words?.ask ?? words?.label;
}

/** Lists what can be built, and as JSON what a map file can say: `companions` and `options` by their ids. */
export function runTemplates({ json, locale }: TemplatesFlags): ExitCode {
  const words = texts(locale);
  const listed = templates.map(({ id, roles, fields, companions, blank, options }) => {
    const { name, about, ...own } = templateTexts(words, id);
    return {
      id,
      name,
      about,
      roles,
      blank,
      fields,
      companions: companions.map((companion) => ({ ...companion, label: own.companions[companion.id] })),
      options: options.map((option) => ({ ...option, ask: questionOf(own.options[option.id]) })),
    };
  });
  if (json) printJson({ templates: listed });
  else for (const { id, name, about } of listed) print(`${id}\t${name}\t${about}`);
  return EXIT.done;
}
