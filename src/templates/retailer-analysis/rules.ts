import { RETAIL_RATES } from '../../domain/retail/rates';
import { PRICE_TIERS } from '../../domain/retail/tiers';
import { TRACKING_RULES } from '../../domain/retail/tracking';
import { quintileLimits } from '../../domain/customers/rfm';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  setting,
  type RuleDefinition,
  type RuleInput,
  type RuleValues,
  type SettingsDefinition,
} from '../rules';
import { rowsOf } from '../rule-sheet';

/** What curves, orders of the week and the accounts are judged by. */
export const retailSettings: SettingsDefinition = {
  id: 'retail-settings',
  settings: [
    setting(
      'tolerance',
      'number',
      ['高低期数相近', 'About equal up to'],
      [
        '高于与低于均值的期数相差不超过此数，算“相近”，按标准服务',
        'Periods more on one side of the mean that still count as about equal',
      ],
    ),
    setting(
      'change',
      'percent',
      ['异动幅度', 'Sharp change from'],
      [
        '本周订货比前几周平均增减达到此幅度为异动',
        'Change of the week’s order on the usual one from which it is sharp',
      ],
    ),
    setting(
      'cover',
      'number',
      ['余额覆盖订货', 'Balance covers'],
      [
        '账户余额不足平均每周订货金额的这么多倍，为余额不足',
        'A balance below so many usual weekly orders is short',
      ],
    ),
    setting(
      'stock-weeks',
      'number',
      ['合理库存周数', 'Weeks of stock'],
      ['合理库存 = 周均销量 × 此周数', 'Reasonable stock is the weekly quantity times so many weeks'],
    ),
    setting(
      'margin',
      'percent',
      ['毛利率', 'Gross margin'],
      [
        '订货表没有毛利或成本时，按此毛利率估算；空白则不算',
        'Used where the orders say no profit or cost; blank: none',
      ],
      { blank: true },
    ),
  ],
};

/** 终端指标: the limits of rates and outlets. */
export const retailLimits: SettingsDefinition = {
  id: 'retail-limits',
  settings: [
    setting(
      'shelf',
      'percent',
      ['出样率标准', 'Shelf rate, limit'],
      ['应出样品规实际出样', 'Products shown of those that should be'],
    ),
    setting(
      'price-tag',
      'percent',
      ['价签率标准', 'Price tags, limit'],
      ['价签规范、齐全', 'Products with a proper price tag'],
    ),
    setting(
      'known',
      'percent',
      ['知晓率标准', 'Known, limit'],
      ['新品、政策知晓', 'Retailers who know new products and rules'],
    ),
    setting(
      'guidance',
      'percent',
      ['经营指导有效率标准', 'Guidance effective, limit'],
      ['经营指导见效', 'Guidance that had effect'],
    ),
    setting(
      'stock-pos',
      'percent',
      ['云POS库存准确率标准', 'Stock records, POS, limit'],
      ['云POS客户单品库存账实相符', 'Stock records that are right, POS outlets'],
    ),
    setting(
      'stock-point',
      'percent',
      ['信息点库存准确率标准', 'Stock records, points, limit'],
      ['信息点客户单品库存账实相符', 'Stock records that are right, information points'],
    ),
    setting(
      'satisfaction',
      'percent',
      ['客户满意度标准', 'Satisfaction, limit'],
      ['满意户数占调查户数', 'Satisfied of those asked'],
    ),
    setting(
      'forecast',
      'percent',
      ['预测准确率标准', 'Forecast accuracy, limit'],
      ['1 −|实际 − 预测|÷ 实际；标准未规定，请自填', '1 − |actual − forecast| ÷ actual; no limit is usual'],
      { blank: true },
    ),
    setting(
      'information-points',
      'percent',
      ['信息点占比标准', 'Information points, limit'],
      ['信息点户数占全部户数', 'Information points of all outlets'],
    ),
    setting(
      'positions-rural',
      'number',
      ['乡村货位数标准', 'Positions, rural, limit'],
      ['乡村终端陈列货位不少于', 'Shelf positions of a rural outlet, at least'],
    ),
    setting(
      'positions-diamond',
      'number',
      ['二钻货位数标准', 'Positions, two-diamond, limit'],
      ['二钻终端陈列货位不少于', 'Shelf positions of a two-diamond outlet, at least'],
    ),
    setting(
      'area',
      'number',
      ['经营面积标准（平方米）', 'Area, m², limit'],
      ['经营面积不少于', 'Sales area, at least'],
    ),
    setting(
      'counters',
      'number',
      ['柜台数标准', 'Counters, limit'],
      ['卷烟柜台不少于', 'Counters, at least'],
    ),
    setting(
      'pos-days',
      'days',
      ['POS 未使用天数标准', 'POS unused, limit'],
      ['云POS最近使用距今不超过', 'Days since the POS was used, at most'],
    ),
  ],
};

/** 档位 by the quantity of a month. */
export const retailGrades: RuleDefinition = {
  id: 'retail-grades',
  columns: [
    { id: 'grade', headers: { 'zh-CN': ['档位'], en: ['Grade'] }, kind: 'text', required: true },
    {
      id: 'from',
      headers: { 'zh-CN': ['月订货量从'], en: ['Monthly quantity from'] },
      kind: 'number',
      required: true,
    },
  ],
};

/** 价类 by the price of one unit, where the orders do not say it. */
export const priceTiers: RuleDefinition = {
  id: 'price-tiers',
  columns: [
    { id: 'tier', headers: { 'zh-CN': ['价类'], en: ['Price tier'] }, kind: 'text', required: true },
    {
      id: 'from',
      headers: { 'zh-CN': ['单价从（元）'], en: ['Price from'] },
      kind: 'money',
      required: true,
    },
  ],
};

/** 重点品规: the products whose orders are followed every week. */
export const keyProducts: RuleDefinition = {
  id: 'key-products',
  columns: [
    {
      id: 'product',
      headers: { 'zh-CN': ['跟踪品规'], en: ['Tracked product'] },
      kind: 'text',
      required: true,
    },
    { id: 'why', headers: { 'zh-CN': ['关注原因'], en: ['Why'] }, kind: 'text', required: false },
  ],
};

export interface RetailRules {
  readonly settings: RuleValues;
  readonly limits: RuleValues;
  readonly grades: readonly RuleInput[];
  readonly tiers: readonly RuleInput[];
  readonly products: readonly RuleInput[];
  readonly problems: readonly Problem[];
}

const SETTING_DEFAULTS: RuleValues = {
  tolerance: 1,
  change: TRACKING_RULES.change,
  cover: TRACKING_RULES.cover,
  'stock-weeks': 2,
  margin: null,
};

const LIMIT_DEFAULTS: RuleValues = {
  ...Object.fromEntries(RETAIL_RATES.map(({ id, limit }) => [id, limit])),
  'positions-rural': 60,
  'positions-diamond': 100,
  area: 15,
  counters: 2,
  'pos-days': 7,
};

export function defaultOf(id: string): RuleValues[string] {
  return SETTING_DEFAULTS[id] ?? LIMIT_DEFAULTS[id] ?? null;
}

/** The products with the largest amounts stand as key products until people say which ones are. */
const KEY_PRODUCTS = 3;

export function readRetailRules(
  grid: BookGrid,
  monthly: readonly number[],
  products: readonly string[],
  names: { readonly grades: readonly string[]; readonly tiers: readonly string[]; readonly largest: string },
): RetailRules {
  const settings = findSettings(grid, retailSettings)[0];
  const limits = findSettings(grid, retailLimits)[0];
  const grades = findRules(grid, retailGrades);
  const tiers = findRules(grid, priceTiers);
  const key = findRules(grid, keyProducts);
  const bounds = [...quintileLimits(monthly), 0];
  return {
    settings: { ...SETTING_DEFAULTS, ...settings?.values },
    limits: { ...LIMIT_DEFAULTS, ...limits?.values },
    grades:
      rowsOf(grades.tables[0]?.rows, 'grade') ??
      names.grades.map((grade, i) => ({ key: grade, values: { grade, from: bounds[i] ?? 0 } })),
    tiers:
      rowsOf(tiers.tables[0]?.rows, 'tier') ??
      names.tiers.map((tier, i) => ({ key: tier, values: { tier, from: PRICE_TIERS[i] ?? 0 } })),
    products:
      rowsOf(key.tables[0]?.rows, 'product') ??
      products
        .slice(0, KEY_PRODUCTS)
        .map((product) => ({ key: product, values: { product, why: names.largest } })),
    problems: [
      ...(settings?.problems ?? []),
      ...(limits?.problems ?? []),
      ...grades.problems,
      ...tiers.problems,
      ...key.problems,
    ],
  };
}
