import { monthlySummary } from './monthly-summary';
import type { Template } from './types';

export { describeProblem, isTemplateProblem } from './problems';

/** Every template, each registered once: the pane, the ribbon, the command line and the tests all go through here. */
export const templates: readonly Template[] = [monthlySummary];

export function templateById(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
