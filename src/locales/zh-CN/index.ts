import type { Texts } from '../en';
import { cli } from './cli';
import { functions } from './functions';
import { pane } from './pane';
import { reading } from './reading';
import { templates } from './templates';

export const zhCN: Texts = { functions, reading, templates, pane, cli };
