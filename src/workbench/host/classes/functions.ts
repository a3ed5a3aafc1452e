import { lookUpFunction } from '../../engine/functions/registry';
import type { CellValue } from '../../model/types';
import { createEvaluate } from '../../page/formats/evaluate';
import { absoluteReference } from '../addresses';
import { shown } from '../cells';
import { wrong } from '../checks';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { isHostObject, ref } from '../ref';
import type { RangeTarget } from '../targets';

const evaluate = createEvaluate();

/** workbook.functions: every function that formulas have, by its name in the API ("StDev_P" is STDEV.P). */
export const functions = hostClass('Functions', {
  anyMethod: (workbook, name, args) => {
    const formulaName = name.toUpperCase().replaceAll('_', '.');
    if (!lookUpFunction(formulaName)) {
      throw new ApiError('ApiNotFound', `The stand-in does not implement Functions.${name}.`);
    }
    const given = args.values.flat();
    while (given.length > 0 && (given.at(-1) ?? null) === null) given.pop();
    const formula = `=${formulaName}(${given.map(written).join(',')})`;
    const at = { row: 0, column: 0 };
    return ref('FunctionResult', { value: evaluate(workbook.activeSheet, formula, at, at)[0]?.[0] ?? null });
  },
});

/** An argument as a formula writes it. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (isHostObject(value) && value.kind === 'Range') return absoluteReference(value.target as RangeTarget);
  if (isHostObject(value) && value.kind === 'FunctionResult') {
    const { value: result } = value.target as { readonly value: CellValue };
    return typeof result === 'object' ? (result?.error ?? '') : written(result);
  }
  throw wrong(value, 'a value, a range or the result of a function');
}

export const functionResult = hostClass('FunctionResult', {
  scalars: {
    Value: { get: ({ value }) => (typeof value === 'object' && value !== null ? null : shown(value)) },
    Error: { get: ({ value }) => (typeof value === 'object' && value !== null ? value.error : null) },
  },
});
