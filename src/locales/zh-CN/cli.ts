import type { Texts } from '../en';

export const cli: Texts['cli'] = {};
