import { commissionProblems } from './commission';
import { commissionCheckProblems } from './commission-check';
import { retailProblems } from './retail';
import { commissionPlanProblems } from './commission-plan';
import { commissionSheetProblems } from './commission-sheet';
import { retentionProblems } from './retention';
import { planCheckProblems } from './commission-plan-check';
import { customerProblems } from './customers';
import { orderProblems } from './orders';
import { ruleProblems } from './rules';
import { summaryProblems } from './summary';
import { visitProblems } from './visits';

/** What templates find in the sheets that they are given, by the code of the finding. */
export const templateProblems = {
  ...retailProblems,
  ...retentionProblems,
  ...customerProblems,
  ...commissionProblems,
  ...commissionCheckProblems,
  ...commissionPlanProblems,
  ...commissionSheetProblems,
  ...planCheckProblems,
  ...orderProblems,
  ...ruleProblems,
  ...summaryProblems,
  ...visitProblems,
};
