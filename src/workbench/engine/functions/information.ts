import { cellKey } from '../../model/address';
import { toNumber } from '../coercion';
import { toScalar } from '../operators';
import { isError, isGrid, NA, Reference, VALUE, type Scalar } from '../values';
import { anyScalars, scalars, values, type FunctionTable } from './definition';

const test = (holds: (value: Scalar) => boolean) => anyScalars(1, 1, ([value]) => holds(value ?? null));

const ERROR_TYPES: Readonly<Record<string, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
  '#SPILL!': 9,
  '#BUSY!': 12,
  '#CALC!': 14,
};

const parity = (odd: number) =>
  scalars(1, 1, ([value], { services }) => {
    if (typeof value === 'boolean') return VALUE;
    const number = toNumber(value ?? null, services.culture);
    return isError(number) ? number : Math.abs(Math.trunc(number)) % 2 === odd;
  });

export const INFORMATION_FUNCTIONS: FunctionTable = {
  ISBLANK: test((value) => value === null),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNONTEXT: test((value) => typeof value !== 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISERROR: test(isError),
  ISERR: test((value) => isError(value) && value.error !== '#N/A'),
  ISNA: test((value) => isError(value) && value.error === '#N/A'),
  ISEVEN: parity(0),
  ISODD: parity(1),
  ISREF: values(1, 1, ([value]) => value instanceof Reference),
  ISFORMULA: values(1, 1, ([value]) =>
    value instanceof Reference ? value.sheet.formulas.has(cellKey(value.row, value.column)) : VALUE,
  ),
  N: anyScalars(1, 1, ([value]) =>
    typeof value === 'number' || isError(value ?? null) ? (value ?? null) : value === true ? 1 : 0,
  ),
  T: values(1, 1, ([value]) => {
    const scalar = toScalar(value ?? null);
    return typeof scalar === 'string' || isError(scalar) ? scalar : '';
  }),
  NA: values(0, 0, () => NA),
  TYPE: values(1, 1, ([value]) => {
    if (isGrid(value ?? null) && !(value instanceof Reference)) return 64;
    const scalar = toScalar(value ?? null);
    if (isError(scalar)) return 16;
    return typeof scalar === 'string' ? 2 : typeof scalar === 'boolean' ? 4 : 1;
  }),
  'ERROR.TYPE': anyScalars(1, 1, ([value]) =>
    isError(value ?? null) ? errorType(value as { error: string }) : NA,
  ),
};

function errorType({ error }: { error: string }): Scalar {
  return ERROR_TYPES[error] ?? NA;
}
