import type { Texts } from '../en';
import { cli } from './cli';
import { excel } from './excel';
import { functions } from './functions';
import { pane } from './pane';
import { reading } from './reading';
import { templates } from './templates';

export const zhCN: Texts = { excel, functions, reading, templates, pane, cli };
