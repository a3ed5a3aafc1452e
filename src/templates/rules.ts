/**
 * Rules as small tables that people see and edit: plans, deadlines, classes, holidays. A definition says what a table's
 * columns are; `ruleTable` writes it, `findRules` reads it back wherever it stands and however it was changed. Terms
 * that stand one a row are settings: `settingsTable` and `findSettings`.
 */
export {
  choicesOf,
  formatOf,
  setting,
  type RuleChoice,
  type RuleColumn,
  type RuleDefinition,
  type RuleKind,
  type RuleSetting,
  type RuleValue,
  type RuleValues,
  type SettingsDefinition,
} from './rules/definition';
export { readCell } from './rules/read-cell';
export {
  allowedWords,
  findRules,
  ruleProblem,
  type FoundRules,
  type RuleRow,
  type RuleTable,
} from './rules/find';
export { findSettings, type FoundSettings } from './rules/settings';
export {
  ruleCell,
  ruleTable,
  settingsTable,
  type RuleInput,
  type RulePlace,
  type RulePlan,
} from './rules/table';
