import { AGGREGATE_FUNCTIONS } from './aggregate';
import { ARRAY_FUNCTIONS } from './arrays';
import { BORROWED_FUNCTIONS } from './borrowed';
import { CONDITIONAL_FUNCTIONS } from './conditional';
import { DATE_FUNCTIONS } from './dates';
import type { FunctionDefinition, FunctionTable } from './definition';
import { INFORMATION_FUNCTIONS } from './information';
import { LAMBDA_FUNCTIONS } from './lambda';
import { LOGIC_FUNCTIONS } from './logic';
import { LOOKUP_FUNCTIONS } from './lookup';
import { MATH_FUNCTIONS } from './math';
import { REFERENCE_FUNCTIONS } from './reference';
import { SUBTOTAL_FUNCTIONS } from './subtotal';
import { TEXT_FUNCTIONS } from './text';
import { WORKDAY_FUNCTIONS } from './workdays';

/** Families in order of precedence: a name in an earlier one hides the same name in a later one. */
const FAMILIES: readonly FunctionTable[] = [
  LOGIC_FUNCTIONS,
  MATH_FUNCTIONS,
  AGGREGATE_FUNCTIONS,
  SUBTOTAL_FUNCTIONS,
  CONDITIONAL_FUNCTIONS,
  LOOKUP_FUNCTIONS,
  REFERENCE_FUNCTIONS,
  INFORMATION_FUNCTIONS,
  TEXT_FUNCTIONS,
  DATE_FUNCTIONS,
  WORKDAY_FUNCTIONS,
  ARRAY_FUNCTIONS,
  LAMBDA_FUNCTIONS,
  BORROWED_FUNCTIONS,
];

const functions = new Map<string, FunctionDefinition>();
for (const family of FAMILIES) {
  for (const [name, definition] of Object.entries(family)) {
    if (!functions.has(name)) functions.set(name, definition);
  }
}

/** One of Excel's own functions by its name in capitals. */
export function lookUpFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name);
}

/** The names of all functions that are there. */
export function functionNames(): string[] {
  return [...functions.keys()].sort();
}
