import type { Texts } from '../en';

export const pane: Texts['pane'] = {};
