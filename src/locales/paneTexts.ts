import type { shell } from './en/shell';

/** The texts that the pane loads with itself, in every language. */
export type PaneTexts = typeof shell;
