import type { Texts } from '../../en';
import { retailProblems } from './retail';
import { retentionProblems } from './retention';
import { customerProblems } from './customers';

import { commissionProblems } from './commission';
import { commissionCheckProblems } from './commission-check';
import { commissionPlanProblems } from './commission-plan';
import { commissionSheetProblems } from './commission-sheet';
import { planCheckProblems } from './commission-plan-check';
import { orderProblems } from './orders';
import { ruleProblems } from './rules';
import { summaryProblems } from './summary';
import { visitProblems } from './visits';

/** What templates find in the sheets that they are given, by the code of the finding. */
export const templateProblems: Texts['templateProblems'] = {
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
