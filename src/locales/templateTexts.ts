import type { Texts } from '.';

type ByTemplate = Omit<Texts['templates'], 'problems'>;

/** The words of one template; every registered id has its own. */
export function templateTexts(texts: Texts, id: string): ByTemplate[keyof ByTemplate] {
  const { problems: _problems, ...byTemplate } = texts.templates;
  const found = Object.entries(byTemplate).find(([key]) => key === id);
  if (!found) throw new Error(`No texts for the template ${id}`);
  return found[1];
}
