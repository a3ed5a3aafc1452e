import { monthlySummary } from './monthly-summary';
import type { Template } from './types';

export { describeProblem, isTemplateProblem } from './problems';

/** Every template, each registered once: the pane, the ribbon, the command line and the tests all go through here. */
export const templates: readonly Template[] = [monthlySummary];

/** Throws for an id that is not registered: whoever takes ids from people checks them against `templates` first. */
export function templateById(id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (!found) throw new Error(`No template ${id}`);
  return found;
}
