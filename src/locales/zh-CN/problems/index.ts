import type { Texts } from '../../en';
import { customerProblems } from './customers';

import { commissionPlanProblems } from './commission-plan';
import { planCheckProblems } from './commission-plan-check';
import { planIssues } from './plan-issues';
import { ruleProblems } from './rules';
import { summaryProblems } from './summary';
import { visitProblems } from './visits';

/** What templates find in the sheets that they are given, by the code of the finding. */
export const templateProblems: Texts['templateProblems'] = {
  ...customerProblems,
  ...commissionPlanProblems,
  ...planCheckProblems,
  ...planIssues,
  ...ruleProblems,
  ...summaryProblems,
  ...visitProblems,
};
