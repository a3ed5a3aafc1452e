import type { Texts } from '../../en';

import { ruleProblems } from './rules';
import { summaryProblems } from './summary';

/** What templates find in the sheets that they are given, by the code of the finding. */
export const templateProblems: Texts['templateProblems'] = { ...ruleProblems, ...summaryProblems };
