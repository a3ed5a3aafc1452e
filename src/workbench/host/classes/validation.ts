import { intersection, sameArea, subtract } from '../../model/areas';
import type { ValidationModel } from '../../model/types';
import { absoluteReference } from '../addresses';
import { flag, oneOf, record, text, wrong } from '../checks';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { isHostObject } from '../ref';
import type { RangeTarget } from '../targets';
import { nameOf, namesOf, omit } from '../plain';

const operators = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;
const operatorNames = namesOf(operators);

/** Members of a rule object, and what the model and Range.dataValidation.type call that kind. */
const comparisons = {
  wholeNumber: { kind: 'whole', type: 'WholeNumber' },
  decimal: { kind: 'decimal', type: 'Decimal' },
  date: { kind: 'date', type: 'Date' },
  time: { kind: 'time', type: 'Time' },
  textLength: { kind: 'textLength', type: 'TextLength' },
} as const;
const comparisonNames = namesOf(comparisons);

/** The rules that touch a range. */
function touching({ sheet, area }: RangeTarget): ValidationModel[] {
  return sheet.validations.filter(({ areas }) => areas.some((own) => intersection(own, area)));
}

/** The one rule that all cells of a range share; undefined when there is none or it is not the same everywhere. */
function shared(range: RangeTarget): ValidationModel | undefined {
  const [only, ...others] = touching(range);
  if (!only || others.length > 0) return undefined;
  const left = only.areas.reduce((rest, own) => rest.flatMap((piece) => subtract(piece, own)), [range.area]);
  return left.length === 0 ? only : undefined;
}

function clear(range: RangeTarget): void {
  const { sheet, area } = range;
  for (const rule of touching(range)) {
    const rest = rule.areas.flatMap((own) => subtract(own, area));
    if (rest.length === 0) sheet.validations.splice(sheet.validations.indexOf(rule), 1);
    else rule.areas = rest;
  }
}

/** Gives the range a rule of its own: cut off what covered more than the range. */
function change(range: RangeTarget, next: Omit<ValidationModel, 'areas'>): void {
  const own = shared(range);
  if (own && own.areas.length === 1 && sameArea(own.areas[0]!, range.area)) {
    Object.assign(own, next);
    range.sheet.workbook.notify({ kind: 'objects', sheet: range.sheet, what: 'validations' });
    return;
  }
  clear(range);
  range.sheet.validations.push({ ...next, areas: [range.area] });
}

const blankRule = { kind: 'custom', formula1: '=TRUE', ignoreBlanks: true, inCellDropDown: true } as const;

function current(range: RangeTarget): Omit<ValidationModel, 'areas'> {
  return omit(shared(range) ?? { ...blankRule, areas: [] }, 'areas');
}

function formulaOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value !== '') return value;
  if (isHostObject(value) && value.kind === 'Range')
    return `=${absoluteReference(value.target as RangeTarget)}`;
  throw wrong(value, 'a number, a formula or a range');
}

type RulePart = Pick<ValidationModel, 'kind' | 'formula1' | 'formula2' | 'operator' | 'inCellDropDown'>;

function ruleOf(value: unknown): RulePart {
  const rule = record(value);
  if (rule.list !== undefined) {
    const { source, inCellDropDown } = record(rule.list);
    return { kind: 'list', formula1: formulaOf(source), inCellDropDown: flag(inCellDropDown ?? true) };
  }
  if (rule.custom !== undefined) {
    return { kind: 'custom', formula1: formulaOf(record(rule.custom).formula), inCellDropDown: true };
  }
  const name = comparisonNames.find((key) => rule[key] !== undefined);
  if (!name) throw new ApiError('InvalidArgument');
  const { formula1, formula2, operator } = record(rule[name]);
  return {
    kind: comparisons[name].kind,
    operator: operators[oneOf(operator, operatorNames)],
    formula1: formulaOf(formula1),
    ...(formula2 === undefined || formula2 === null || formula2 === ''
      ? {}
      : { formula2: formulaOf(formula2) }),
    inCellDropDown: true,
  };
}

function ruleOut(rule: ValidationModel): object {
  if (rule.kind === 'list') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.formula1 } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula1 } };
  const name = comparisonNames.find((key) => comparisons[key].kind === rule.kind)!;
  const operator = rule.operator && nameOf(operators, rule.operator);
  return { [name]: { formula1: rule.formula1, formula2: rule.formula2 ?? '', operator } };
}

function typeOf(range: RangeTarget): string {
  const rules = touching(range);
  if (rules.length === 0) return 'None';
  const rule = shared(range);
  if (!rule) return rules.length > 1 ? 'MixedCriteria' : 'Inconsistent';
  if (rule.kind === 'list') return 'List';
  if (rule.kind === 'custom') return 'Custom';
  return comparisons[comparisonNames.find((key) => comparisons[key].kind === rule.kind)!].type;
}

const alertStyles = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

export const dataValidation = hostClass('DataValidation', {
  scalars: {
    Type: { get: typeOf },
    Rule: {
      get: (range) => {
        const rule = shared(range);
        return rule ? ruleOut(rule) : {};
      },
      set: (range, value) => {
        const kept = omit(current(range), 'operator', 'formula2');
        change(range, { ...kept, ...ruleOf(value) });
      },
    },
    IgnoreBlanks: {
      get: (range) => shared(range)?.ignoreBlanks ?? true,
      set: (range, value) => change(range, { ...current(range), ignoreBlanks: flag(value) }),
    },
    Prompt: {
      get: (range) => {
        const prompt = shared(range)?.prompt;
        return {
          title: prompt?.title ?? '',
          message: prompt?.message ?? '',
          showPrompt: prompt?.show ?? true,
        };
      },
      set: (range, value) => {
        const { title, message, showPrompt } = record(value);
        const prompt = {
          title: text(title ?? ''),
          message: text(message ?? ''),
          show: flag(showPrompt ?? true),
        };
        change(range, { ...current(range), prompt });
      },
    },
    ErrorAlert: {
      get: (range) => {
        const alert = shared(range)?.alert;
        return {
          title: alert?.title ?? '',
          message: alert?.message ?? '',
          showAlert: alert?.show ?? true,
          style: alertStyles[alert?.style ?? 'stop'],
        };
      },
      set: (range, value) => {
        const { title, message, showAlert, style } = record(value);
        const name = oneOf(style ?? 'Stop', Object.values(alertStyles));
        const key = nameOf(alertStyles, name)!;
        const alert = {
          title: text(title ?? ''),
          message: text(message ?? ''),
          show: flag(showAlert ?? true),
          style: key,
        };
        change(range, { ...current(range), alert });
      },
    },
  },
  methods: { Clear: clear },
});
