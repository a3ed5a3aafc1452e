import type { ColumnFacts } from './columns';
import { natureOf } from './meaning';
import type { Field } from './types';

const UNIT_VALUES = 2.2;

/** How well a column's values agree with a field: 1 fully (or nothing there to disagree), 0 not at all. */
export function fits(field: Field, facts: ColumnFacts): number {
  const { profile } = facts;
  if (profile.filled === 0) return 0.95;
  const nature = natureOf(field);
  switch (nature) {
    case 'date':
      if (profile.date >= 0.5) return 1;
      if (profile.date + profile.dayText + dateNumbers(facts) >= 0.5) return 0.95;
      return profile.date > 0.2 ? 0.7 : profile.text > 0.8 && profile.filled >= 3 ? 0.3 : 0.45;
    case 'month':
      if (profile.date + profile.number >= 0.5) return 1;
      return profile.length <= 10 ? 0.9 : 0.3;
    case 'money':
    case 'number':
    case 'percent':
      if (profile.number >= 0.5) return 1;
      return profile.number >= 0.25 ? 0.7 : profile.filled < 3 ? 0.5 : 0.25;
    case 'id':
      if (field === 'phone') return profile.date > 0.5 ? 0.2 : 1;
      if (profile.date > 0.6 && profile.code < 0.3) return 0.3;
      // An order's number differs from row to row; a few words over and over are none.
      return profile.text > 0.9 && profile.code < 0.1 && profile.company > 0.5 ? 0.4 : 1;
    case 'name':
    case 'text':
      return textFit(field, facts);
  }
}

function textFit(field: Field, facts: ColumnFacts): number {
  const { profile } = facts;
  if (field === 'sequence')
    return profile.number >= 0.5 || profile.code >= 0.5 || profile.distinct > 0.9 ? 1 : 0.6;
  if (field === 'period') return 1;
  if (field === 'note' || field === 'class') return 1;
  if (field === 'status') return profile.date > 0.6 ? 0.3 : 1;
  if (profile.date > 0.6) return 0.2;
  // 条, 箱, 台 name what is counted, nobody; below 客户 甲 and 乙 do.
  if (
    field === 'customer' &&
    profile.length < 1.6 &&
    profile.filled >= 2 &&
    !/客户|customer|client/i.test(facts.leaf)
  )
    return 0.3;
  if (
    field === 'customer' &&
    profile.length <= UNIT_VALUES &&
    profile.distinct < 0.3 &&
    profile.company < 0.2 &&
    profile.personName < 0.3
  )
    return 0.4;
  if (profile.number > 0.7) {
    const idLike =
      field === 'person' ||
      field === 'customer' ||
      field === 'owner' ||
      field === 'product' ||
      field === 'region';
    return idLike && profile.integer > 0.9 && (facts.words?.confidence ?? 0) >= 1 ? 0.75 : 0.3;
  }
  return 1;
}

/** Numbers that could be days: serials without a date format, or 20240305. */
function dateNumbers(facts: ColumnFacts): number {
  const { median, max, number } = facts.profile;
  const serials = median > 20_000 && max < 80_000;
  const digits = median > 19_000_000 && max < 21_001_231;
  // 4.16 typed for 16 April.
  const pointed = max > 1 && max < 12.32 && facts.profile.integer < 0.5 * number;
  return serials || digits || pointed ? number : 0;
}
