import type { PaneTexts } from './paneTexts';

/** What a template is called and asks, of any template. */
export interface CatalogText {
  readonly name: string;
  readonly about: string;
  readonly options: Readonly<Record<string, OptionText>>;
  /** Labels by the companion's id. */
  readonly companions: Readonly<Record<string, string>>;
}

export interface OptionText {
  readonly label: string;
  /** The question in one sentence, where the label does not say it all. */
  readonly ask?: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The words of one template; every registered id has its own. */
export function templateTexts({ catalog }: Pick<PaneTexts, 'catalog'>, id: string): CatalogText {
  if (!(id in catalog)) throw new Error(`No texts for the template ${id}`);
  return catalog[id as keyof typeof catalog];
}
