import type { Texts } from '../locales';

type TemplateTexts = Texts['templates'];

/** The words of one template; every registered id has its own. */
export function templateTexts(texts: Texts, id: string): TemplateTexts[keyof TemplateTexts] {
  const found = Object.entries(texts.templates).find(([key]) => key === id);
  if (!found) throw new Error(`No texts for the template ${id}`);
  return found[1];
}
