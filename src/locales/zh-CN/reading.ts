import type { Texts } from '../en';

export const reading: Texts['reading'] = {};
