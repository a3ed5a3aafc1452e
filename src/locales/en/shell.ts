import { catalog, families } from './catalog';
import { excel } from './excel';
import { pane } from './pane';
import { reading } from './reading';

/** What the pane itself says; without the words of what is built, which come with the code that builds. */
export const shell = { excel, reading, families, catalog, pane };
