import { customerErrors } from './customers';
import { growthErrors, growthWords } from './growth';
import { orderErrors } from './orders';
import { payErrors } from './pay';
import { visitErrors } from './visits';
/** Where a value stands in a function's arguments; row and column only in a range. */
interface Place {
  readonly argument: string;
  readonly row?: number;
  readonly column?: number;
}

function where({ argument, row, column }: Place): string {
  return row === undefined ? argument : `${argument}, row ${row}, column ${column ?? 1}`;
}

interface TierAmount {
  readonly row: number;
}

/** Sentences by the code of the error, said by a custom function in its cell. */
const errors = {
  ...customerErrors,
  ...growthErrors,
  ...orderErrors,
  ...payErrors,
  ...visitErrors,
  'argument-not-a-number': (d: Place & { value: string }) =>
    `${where(d)}: “${d.value}” is not a number. Give numbers only, without headers, units or currency signs.`,
  'argument-not-a-date': (d: Place & { value: string }) =>
    `${where(d)}: “${d.value}” is not a date. Give Excel dates, or text such as 2024-03-05; leave headers out.`,
  'argument-too-small': (d: Place & { value: number; min: number }) =>
    `${where(d)}: ${d.value} is below ${d.min}. Check the value.`,
  'argument-not-a-choice': (d: { argument: string; value: string; choices: string }) =>
    d.value === ''
      ? `${d.argument} is missing. Give one of ${d.choices}.`
      : `${d.argument}: “${d.value}” is not known. Give one of ${d.choices}.`,
  'shapes-differ': (d: {
    first: string;
    firstRows: number;
    firstColumns: number;
    second: string;
    secondRows: number;
    secondColumns: number;
  }) =>
    `${d.first} is ${d.firstRows} × ${d.firstColumns} cells (rows × columns), ${d.second} ${d.secondRows} × ${d.secondColumns}. Select ranges of the same size.`,
  'money-too-large': (d: { amount: number }) =>
    `${d.amount} is too large to be exact to the cent (limit 90,071,992,547,409.91). Check the unit of the amount.`,
  'no-subscribers': () => 'There are no subscribers to divide by. Fill in opening (or closing) subscribers.',
  'closing-missing': () =>
    'closing is blank or 0. Fill in the closing subscribers, or leave the argument out to use opening alone.',
  'months-zero': () =>
    'months is blank or 0. Give the number of months in the period, or leave it out for 1.',
  'tiers-columns': (d: { columns: number }) =>
    `tiers has to have two or three columns, not ${d.columns}: from, rate and, if there is one, base pay.`,
  'tiers-missing': () =>
    'tiers is blank. Select rows of from, rate and, if there is one, base pay, without headers.',
  'tier-from-negative': (d: TierAmount & { from: number }) =>
    `tiers, row ${d.row}: it begins at ${d.from}. A tier begins at 0 or above.`,
  'tier-rate-negative': (d: TierAmount & { rate: number }) =>
    `tiers, row ${d.row}: the rate ${d.rate} is negative. Give a rate from 0% to 100%.`,
  'tier-rate-above-one': (d: TierAmount & { rate: number }) =>
    `tiers, row ${d.row}: the rate ${d.rate} is more than 100%. Write 10% or 0.1 for ten percent.`,
  'tier-base-negative': (d: TierAmount & { base: number }) =>
    `tiers, row ${d.row}: the base pay ${d.base} is negative. Give 0 or more.`,
  'tier-duplicate': (d: TierAmount & { from: number; rowAbove: number }) =>
    `tiers, row ${d.row} begins at ${d.from} as row ${d.rowAbove} does. Remove one of the two.`,
  'tiers-unsorted': (d: TierAmount & { from: number; above: number; rowAbove: number }) =>
    `tiers, row ${d.row} begins at ${d.from}, below the ${d.above} of row ${d.rowAbove}. Sort the tiers by from, ascending.`,
};

export const functions = { ...growthWords, errors };
