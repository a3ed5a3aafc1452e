import { texts, type Locale } from '../locales';
import { templateTexts } from '../locales/templateTexts';
import { templates } from '../templates';
import { EXIT, print, printJson, type ExitCode } from './output';

export interface TemplatesFlags {
  readonly json?: boolean;
  readonly locale: Locale;
}

/** Lists what can be built. */
export function runTemplates({ json, locale }: TemplatesFlags): ExitCode {
  const words = texts(locale);
  const listed = templates.map(({ id, roles, options }) => {
    const { name, about } = templateTexts(words, id);
    return {
      id,
      name,
      about,
      roles,
      options: options.map((option) => ({ id: option.id, values: option.values, initial: option.initial })),
    };
  });
  if (json) printJson({ templates: listed });
  else for (const { id, name, about } of listed) print(`${id}\t${name}\t${about}`);
  return EXIT.done;
}
