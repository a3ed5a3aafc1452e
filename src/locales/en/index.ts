import { cli } from './cli';
import { functions } from './functions';
import { pane } from './pane';
import { reading } from './reading';
import { templates } from './templates';

export const en = { functions, reading, templates, pane, cli };

/** What every language must say: a text, or a function of the figures it speaks of. */
export type Texts = typeof en;
