import { commissionPlanProblems } from './commission-plan';
import { planCheckProblems } from './commission-plan-check';
import { customerProblems } from './customers';
import { planIssues } from './plan-issues';
import { ruleProblems } from './rules';
import { summaryProblems } from './summary';
import { visitProblems } from './visits';

/** What templates find in the sheets that they are given, by the code of the finding. */
export const templateProblems = {
  ...customerProblems,
  ...commissionPlanProblems,
  ...planCheckProblems,
  ...planIssues,
  ...ruleProblems,
  ...summaryProblems,
  ...visitProblems,
};
