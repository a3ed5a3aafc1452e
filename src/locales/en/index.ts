import { catalog, families } from './catalog';
import { cli } from './cli';
import { excel } from './excel';
import { functions } from './functions';
import { pane } from './pane';
import { templateProblems } from './problems';
import { reading } from './reading';
import { rules } from './rules';
import { templates } from './templates';

export const en = {
  excel,
  functions,
  reading,
  families,
  catalog,
  templateProblems,
  templates,
  rules,
  pane,
  cli,
};

/** What every language must say: a text, or a function of the figures it speaks of. */
export type Texts = typeof en;
