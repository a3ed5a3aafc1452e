import { serialOf } from '../../domain/dates';

/** A holiday as the State Council announces it: the days off, and the weekend days that are worked in exchange. */
export interface PublicHoliday {
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  readonly off: readonly [first: number, last: number];
  readonly worked: readonly number[];
}

const NAMES = {
  newYear: { en: 'New Year', 'zh-CN': '元旦' },
  spring: { en: 'Spring Festival', 'zh-CN': '春节' },
  qingming: { en: 'Qingming', 'zh-CN': '清明节' },
  labour: { en: 'Labour Day', 'zh-CN': '劳动节' },
  dragonBoat: { en: 'Dragon Boat Festival', 'zh-CN': '端午节' },
  midAutumn: { en: 'Mid-Autumn Festival', 'zh-CN': '中秋节' },
  national: { en: 'National Day', 'zh-CN': '国庆节' },
} as const;

type Line = readonly [name: keyof typeof NAMES, first: string, last: string, ...worked: string[]];

/** Days as MMDD. */
const YEARS: Readonly<Record<number, readonly Line[]>> = {
  2024: [
    ['newYear', '0101', '0101'],
    ['spring', '0210', '0217', '0204', '0218'],
    ['qingming', '0404', '0406', '0407'],
    ['labour', '0501', '0505', '0428', '0511'],
    ['dragonBoat', '0610', '0610'],
    ['midAutumn', '0915', '0917', '0914'],
    ['national', '1001', '1007', '0929', '1012'],
  ],
  2025: [
    ['newYear', '0101', '0101'],
    ['spring', '0128', '0204', '0126', '0208'],
    ['qingming', '0404', '0406'],
    ['labour', '0501', '0505', '0427'],
    ['dragonBoat', '0531', '0602'],
    ['national', '1001', '1008', '0928', '1011'],
  ],
  2026: [
    ['newYear', '0101', '0103', '0104'],
    ['spring', '0215', '0223', '0214', '0228'],
    ['qingming', '0404', '0406'],
    ['labour', '0501', '0505', '0509'],
    ['dragonBoat', '0619', '0621'],
    ['midAutumn', '0925', '0927'],
    ['national', '1001', '1007', '0920', '1010'],
  ],
};

/** The public holidays of mainland China that have been announced; later years are typed into the list. */
export const CHINA_HOLIDAYS: readonly PublicHoliday[] = Object.entries(YEARS).flatMap(([year, lines]) => {
  const day = (text: string): number =>
    serialOf(Number(year), Number(text.slice(0, 2)), Number(text.slice(2)));
  return lines.map(([name, first, last, ...worked]) => ({
    name: NAMES[name],
    off: [day(first), day(last)] as const,
    worked: worked.map(day),
  }));
});
