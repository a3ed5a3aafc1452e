import { intersection, sameArea } from '../../model/areas';
import type { ConditionalRule } from '../../model/types';
import { rangeOf } from '../cells';
import { flag, number, oneOf, text } from '../checks';
import { changeRule, styleOf } from '../conditions';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { ref, type Kind } from '../ref';
import type { AreasTarget, ConditionalTarget } from '../targets';
import { namesOf } from '../plain';

const kinds = {
  Custom: 'custom',
  CellValue: 'cellValue',
  ContainsText: 'containsText',
  DataBar: 'dataBar',
  ColorScale: 'colorScale',
  PresetCriteria: 'duplicates',
  IconSet: 'iconSet',
} as const;
type TypeName = keyof typeof kinds;
const typeNames = namesOf(kinds);

/** What a new rule of a kind says until the add-in sets it. */
const newRules: Readonly<Record<Exclude<TypeName, 'IconSet'>, ConditionalRule>> = {
  Custom: { kind: 'custom', formula: '', style: {} },
  CellValue: { kind: 'cellValue', operator: 'between', formula1: '', formula2: '', style: {} },
  ContainsText: { kind: 'containsText', operator: 'contains', text: '', style: {} },
  DataBar: { kind: 'dataBar', color: '#638EC6' },
  ColorScale: {
    kind: 'colorScale',
    points: [
      { type: 'min', color: '#F8696B' },
      { type: 'max', color: '#63BE7B' },
    ],
  },
  PresetCriteria: { kind: 'duplicates', unique: false, style: {} },
};

function formatsIn({ sheet, areas }: AreasTarget): ConditionalTarget[] {
  return sheet.conditionalFormats
    .filter((format) => format.areas.some((area) => areas.some((own) => intersection(area, own))))
    .sort((a, b) => a.priority - b.priority)
    .map((format) => ({ sheet, format }));
}

export const conditionalFormatCollection = hostClass('ConditionalFormatCollection', {
  items: (target) => formatsIn(target).map((item) => ref('ConditionalFormat', item)),
  find: (target, key) => {
    const item = formatsIn(target).find(({ format }) => format.id === text(key));
    return item && ref('ConditionalFormat', item);
  },
  methods: {
    Add: ({ sheet, areas }, args) => {
      const name = oneOf(args.text(0), typeNames);
      if (name === 'IconSet') {
        throw new ApiError(
          'ApiNotFound',
          'The stand-in does not implement conditional formats of type IconSet.',
        );
      }
      // A new rule comes first, as when it is added by hand.
      for (const other of sheet.conditionalFormats) other.priority += 1;
      const format = {
        id: freeId(sheet.conditionalFormats.map(({ id }) => id)),
        areas,
        rule: newRules[name],
        priority: 0,
        stopIfTrue: false,
      };
      sheet.conditionalFormats.push(format);
      return ref('ConditionalFormat', { sheet, format });
    },
    ClearAll: (target) => {
      for (const { format } of formatsIn(target)) {
        const rest = format.areas.filter(
          (area) => !target.areas.some((own) => sameArea(own, area) || within(area, own)),
        );
        if (rest.length === 0) remove(target, format.id);
        else format.areas = rest;
      }
    },
  },
});

function within(area: AreasTarget['areas'][number], outer: AreasTarget['areas'][number]): boolean {
  const shared = intersection(area, outer);
  return shared !== null && sameArea(shared, area);
}

function remove({ sheet }: Pick<AreasTarget, 'sheet'>, id: string): void {
  const at = sheet.conditionalFormats.findIndex((format) => format.id === id);
  const [gone] = at < 0 ? [] : sheet.conditionalFormats.splice(at, 1);
  if (!gone) return;
  for (const other of sheet.conditionalFormats) if (other.priority > gone.priority) other.priority -= 1;
}

function freeId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const id = `cf${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The details of a rule exist only on a format of that type. */
function detail(name: TypeName, kind: Kind) {
  return (target: ConditionalTarget) => {
    if (target.format.rule.kind !== kinds[name]) throw new ApiError('ItemNotFound');
    return ref(kind, target);
  };
}

function detailOrNull(name: TypeName, kind: Kind) {
  return (target: ConditionalTarget) => (target.format.rule.kind === kinds[name] ? ref(kind, target) : null);
}

const details = {
  Custom: 'CustomConditionalFormat',
  CellValue: 'CellValueConditionalFormat',
  TextComparison: 'TextConditionalFormat',
  DataBar: 'DataBarConditionalFormat',
  ColorScale: 'ColorScaleConditionalFormat',
  Preset: 'PresetCriteriaConditionalFormat',
} as const;
const typeOfDetail = { TextComparison: 'ContainsText', Preset: 'PresetCriteria' } as const;

const detailLinks = Object.fromEntries(
  Object.entries(details).flatMap(([link, kind]) => {
    const name = (typeOfDetail[link as keyof typeof typeOfDetail] ?? link) as TypeName;
    return [
      [link, detail(name, kind)],
      [`${link}OrNullObject`, detailOrNull(name, kind)],
    ];
  }),
);

export const conditionalFormat = hostClass('ConditionalFormat', {
  scalars: {
    Id: { get: ({ format }) => format.id },
    Priority: {
      get: ({ format }) => format.priority,
      set: ({ sheet, format }, value) => {
        const wanted = number(value);
        for (const other of sheet.conditionalFormats) if (other.priority >= wanted) other.priority += 1;
        format.priority = wanted;
        sheet.workbook.notify({ kind: 'objects', sheet, what: 'conditionalFormats' });
      },
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ sheet, format }, value) => {
        format.stopIfTrue = flag(value);
        sheet.workbook.notify({ kind: 'objects', sheet, what: 'conditionalFormats' });
      },
    },
    Type: { get: ({ format }) => typeNames.find((name) => kinds[name] === format.rule.kind) },
  },
  links: detailLinks,
  methods: {
    Delete: (target) => remove(target, target.format.id),
    GetRange: ({ sheet, format }) => {
      if (format.areas.length !== 1) throw new ApiError('InvalidOperation');
      return rangeOf(sheet, format.areas[0]!);
    },
    GetRanges: ({ sheet, format }) => ref('RangeAreas', { sheet, areas: format.areas }),
    ChangeRuleToCustom: (target, args) =>
      changeRule(target, { kind: 'custom', formula: args.text(0), style: styleOf(target) }),
  },
});
