import * as formulajs from '@formulajs/formulajs';
import type { ErrorCode } from '../../model/types';
import { toScalar, trimmed } from '../operators';
import { errorOf, finite, isError, isGrid, Matrix, OMITTED, VALUE, type Scalar, type Value } from '../values';
import { MANY, scalars, values, type FunctionDefinition, type FunctionTable } from './definition';

/* Functions that a library computes: finance, distributions, engineering. Only those whose arguments and answers are
   plain numbers and texts, which it handles as Excel does; the everyday ones are this engine's own. */

const OF_SINGLE_VALUES = `ACCRINT ACOSH ACOT ACOTH ARABIC ASINH ATANH BESSELI BESSELJ BESSELK BESSELY BETA.DIST BETA.INV
BIN2DEC BIN2HEX BIN2OCT BINOM.DIST BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CHISQ.DIST CHISQ.DIST.RT CHISQ.INV
CHISQ.INV.RT COMBINA COMPLEX CONFIDENCE.NORM CONFIDENCE.T CONVERT COT COTH CSC CSCH CUMIPMT CUMPRINC DB DDB DEC2BIN DEC2HEX
DEC2OCT DELTA DISC DOLLARDE DOLLARFR EFFECT ERF ERFC EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT FACTDOUBLE FISHER FISHERINV
FV GAMMA GAMMA.DIST GAMMA.INV GAMMALN GAUSS GESTEP HEX2BIN HEX2DEC HEX2OCT HYPGEOM.DIST IMABS IMAGINARY IMARGUMENT
IMCONJUGATE IMCOS IMDIV IMEXP IMLN IMPOWER IMREAL IMSIN IMSQRT IMSUB IPMT ISPMT LOGNORM.DIST LOGNORM.INV NEGBINOM.DIST
NOMINAL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NPER OCT2BIN OCT2DEC OCT2HEX PDURATION PERMUTATIONA PHI PMT POISSON.DIST
PPMT PV RATE ROMAN RRI SEC SECH SLN SQRTPI SYD T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T TBILLEQ TBILLPRICE TBILLYIELD
WEIBULL.DIST BINOMDIST CHIDIST CHIINV CONFIDENCE EXPONDIST FDIST FINV GAMMADIST GAMMAINV HYPGEOMDIST LOGINV LOGNORMDIST
NEGBINOMDIST NORMDIST NORMINV NORMSDIST NORMSINV POISSON TDIST TINV WEIBULL`;

const OF_LISTS = `CORREL COVAR COVARIANCE.P COVARIANCE.S FORECAST FORECAST.LINEAR GROWTH INTERCEPT IRR KURT LINEST LOGEST
MIRR NPV PEARSON PERCENTRANK PERCENTRANK.EXC PERCENTRANK.INC PROB RSQ SERIESSUM SKEW SKEW.P SLOPE STEYX SUMX2MY2 SUMX2PY2
SUMXMY2 TREND TRIMMEAN XIRR XNPV FVSCHEDULE MULTINOMIAL MUNIT Z.TEST T.TEST F.TEST CHISQ.TEST`;

/** The library's function by its Excel name: a dot is a member (NORM.DIST) or joined (T.DIST.2T). */
function libraryFunction(name: string): ((...args: unknown[]) => unknown) | null {
  let found: unknown = formulajs;
  for (const part of name.split('.')) {
    if ((typeof found !== 'object' && typeof found !== 'function') || found === null) return null;
    found = (found as Record<string, unknown>)[part];
  }
  if (typeof found !== 'function') found = (formulajs as Record<string, unknown>)[name.replaceAll('.', '')];
  return typeof found === 'function' ? (found as (...args: unknown[]) => unknown) : null;
}

function fromLibrary(result: unknown): Value {
  if (typeof result === 'number') return finite(result);
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  if (result instanceof Error) return errorOf(result.message as ErrorCode);
  if (!Array.isArray(result)) return VALUE;
  const lines = result.map((line: unknown) =>
    (Array.isArray(line) ? line : [line]).map((cell) => toScalar(fromLibrary(cell))),
  );
  return Matrix.from(lines);
}

function ask(library: (...args: unknown[]) => unknown, args: unknown[]): Value {
  try {
    return fromLibrary(library(...args));
  } catch {
    // The library throws for arguments that it does not expect, where Excel says #VALUE!.
    return VALUE;
  }
}

/** A list as the library takes it: a row or column as a plain list, else lines. */
function toLibrary(value: Value): unknown {
  if (value === OMITTED) return undefined;
  if (!isGrid(value)) return toScalar(value);
  const grid = trimmed(value);
  const lines = Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => grid.at(row, column)),
  );
  return grid.columns === 1 || grid.rows === 1 ? lines.flat() : lines;
}

function firstErrorIn(args: readonly unknown[]): Scalar | undefined {
  return args.flat(2).find((arg): arg is Extract<Scalar, object> => isError(arg as Scalar));
}

function ofSingleValues(library: (...args: unknown[]) => unknown): FunctionDefinition {
  return scalars(0, MANY, (args) =>
    ask(
      library,
      args.map((arg) => arg ?? 0),
    ),
  );
}

function ofLists(library: (...args: unknown[]) => unknown): FunctionDefinition {
  return values(0, MANY, (args) => {
    const passed = args.map(toLibrary);
    return firstErrorIn(passed) ?? ask(library, passed);
  });
}

function borrowed(): FunctionTable {
  const table: Record<string, FunctionDefinition> = {};
  for (const [names, define] of [
    [OF_SINGLE_VALUES, ofSingleValues],
    [OF_LISTS, ofLists],
  ] as const) {
    for (const name of names.split(/\s+/)) {
      const library = libraryFunction(name);
      if (library) table[name] = define(library);
    }
  }
  return table;
}

export const BORROWED_FUNCTIONS: FunctionTable = borrowed();
