import type { Texts } from '../en';

export const functions: Texts['functions'] = {};
