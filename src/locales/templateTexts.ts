import type { Texts } from '.';

type ByTemplate = Omit<Texts['templates'], 'problems'>;

/** The words of one template; every registered id has its own. */
export function templateTexts(
  { templates }: Pick<Texts, 'templates'>,
  id: string,
): ByTemplate[keyof ByTemplate] {
  if (id === 'problems' || !(id in templates)) throw new Error(`No texts for the template ${id}`);
  return templates[id as keyof ByTemplate];
}
