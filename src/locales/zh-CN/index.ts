import type { Texts } from '../en';
import { catalog, families } from './catalog';
import { cli } from './cli';
import { excel } from './excel';
import { functions } from './functions';
import { pane } from './pane';
import { templateProblems } from './problems';
import { reading } from './reading';
import { rules } from './rules';
import { templates } from './templates';

export const zhCN: Texts = {
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
