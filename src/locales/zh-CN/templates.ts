import type { Texts } from '../en';

export const templates: Texts['templates'] = {};
