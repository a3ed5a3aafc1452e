/**
 * The tracker's native formulas, calculated by the stand-in's engine, say of every order what the domain says of it: on
 * random orders, under the written rules and under changed ones.
 */
import { LEVELS } from '../../../src/domain/orders/levels';
import { PAPERS } from '../../../src/domain/orders/papers';
import { STAGES } from '../../../src/domain/orders/stages';
import type { Locale } from '../../../src/locales';
import type { Plan, PlanCell } from '../../../src/plan/types';
import type { Field, ReadValue, TableReading } from '../../../src/reading/types';
import { orderTracker, trackings } from '../../../src/templates/order-tracker';
import { LEVEL_WORDS, PAPER_WORDS, STAGE_WORDS } from '../../../src/templates/order-tracker/words';
import type { BuildRequest } from '../../../src/templates/types';
import { calculated, sheetOf } from '../model';
import { seeded, tableReading, request, type ColumnGiven } from '../readings';
import { rulesGridOf } from '../built';

const OPTIONS = { 'order-date': 'contract', 'as-of': 'newest', holidays: 'china' };
const AS_OF = 45_720;

/** Orders of every sort: early and late, with and without times, some dated ahead, some with papers and promises. */
function randomOrders(count: number, seed: number): TableReading {
  const random = seeded(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const pick = <Value>(values: readonly Value[]): Value => values[whole(0, values.length - 1)] as Value;
  const columns: Record<string, ReadValue[]> = {};
  const put = (name: string, value: ReadValue): void => void (columns[name] ??= []).push(value);
  for (let row = 0; row < count; row++) {
    let day = AS_OF - whole(0, 100);
    const reached = whole(0, STAGES.length);
    put('id', `DD${1000 + row}`);
    put('customer', pick(['甲公司', '乙公司', '=1+1', '丙*公司']));
    put('person', pick(['何建国', '周文博', null]));
    put('amount', whole(1, 900_000) / 100);
    STAGES.forEach((stage, index) => {
      day += whole(0, 4);
      const time = random() < 0.4 ? whole(0, 1439) / 1440 : 0;
      put(stage, index < reached && random() < 0.8 ? day + time : null);
    });
    put('promised', random() < 0.3 ? day + whole(-3, 9) : null);
    put('status', pick([null, '施工中', '已竣工', '已取消', '没听说过的状态', '待受理']));
    const noted = random() < 0.6;
    for (const paper of PAPERS) put(paper, noted ? pick(['√', '有', '缺', null, '不需要', '无']) : null);
    put('count', random() < 0.3 ? whole(0, 6) : null);
  }
  const fields: Partial<Record<string, Field>> = {
    lead: 'stage_lead_date',
    proposal: 'stage_proposal_date',
    contract: 'stage_contract_date',
    accepted: 'stage_accepted_date',
    installed: 'stage_installed_date',
  };
  const given = (
    field: Field | null,
    header: string,
    name: string,
    kind: 'date' | 'text' | 'number',
  ): ColumnGiven => ({
    field,
    header,
    values: columns[name] ?? [],
    more: { kind },
  });
  return tableReading('订单', 'orders', [
    given('order_id', '订单号', 'id', 'text'),
    given('customer', '客户', 'customer', 'text'),
    given('person', '客户经理', 'person', 'text'),
    given('amount', '金额', 'amount', 'number'),
    given('status', '状态', 'status', 'text'),
    given('due_date', '承诺日期', 'promised', 'date'),
    ...STAGES.map((stage) =>
      given(fields[stage] ?? null, `${STAGE_WORDS[stage]['zh-CN'][0]}日期`, stage, 'date'),
    ),
    ...PAPERS.map((paper) => given(null, PAPER_WORDS[paper]['zh-CN'][0], paper, 'text')),
    given(null, '资料份数', 'count', 'number'),
  ]);
}

/** Changes cells of a rule table in a plan, as a person would: by the first cell of the row and the header. */
function changed(plan: Plan, role: string, changes: readonly (readonly [string, string, PlanCell])[]): Plan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => {
        if (table.role !== role) return table;
        const rows = table.rows.map((row) => [...row]);
        for (const [name, header, value] of changes) {
          const row = table.keys.indexOf(name);
          const column = table.columns.findIndex((each) => each.header === header || each.id === header);
          const cells = rows[row];
          if (!cells || column < 0) throw new Error(`No ${name} ${header}`);
          cells[column] = value;
        }
        return { ...table, rows };
      }),
    })),
  };
}

/** What the sheet says, in the domain's words. */
async function onSheet(plan: Plan, locale: Locale) {
  const workbook = await calculated(plan);
  const [tracker] = plan.sheets;
  const table = tracker?.tables[0];
  if (!tracker || !table) throw new Error('no tracker');
  const sheet = sheetOf(workbook, tracker.name);
  const place = (id: string): number => table.columns.findIndex((column) => column.id === id);
  return table.rows.map((_, index) => {
    const at = (id: string) => sheet.value(table.at.row + 1 + index, table.at.column + place(id));
    const due = at('due');
    const fine = at('fine');
    return {
      stage: STAGES.find((stage) => STAGE_WORDS[stage][locale][0] === at('stage')) ?? null,
      due: typeof due === 'number' ? Math.round(due * 86_400) : due === '' ? null : due,
      daysLate: at('daysLate') === '' ? 0 : at('daysLate'),
      level: LEVELS.find((level) => LEVEL_WORDS[level][locale][0] === at('level')) ?? at('level'),
      blocked: at('blocked') === 1,
      missing: at('missing'),
      fine: fine === '' ? null : Math.round(Number(fine) * 100),
    };
  });
}

function byDomain(given: BuildRequest, locale: Locale) {
  return trackings(given).map(({ tracking }) => ({
    stage: tracking.stage,
    due: tracking.due === null ? null : Math.round(tracking.due * 86_400),
    daysLate: tracking.daysLate,
    level: tracking.level,
    blocked: tracking.blocked,
    missing: missingText(tracking.missing, locale),
    fine: tracking.fine,
  }));
}

function missingText(
  { names, count }: ReturnType<typeof trackings>[number]['tracking']['missing'],
  locale: Locale,
): string {
  if (count === null) return locale === 'en' ? 'Not noted' : '未登记';
  if (names.length > 0)
    return names.map((paper) => PAPER_WORDS[paper][locale][0]).join(locale === 'en' ? ', ' : '、');
  return count === 0 ? '' : locale === 'en' ? `${count} missing` : `缺 ${count} 份`;
}

type Change = readonly [role: string, ...cells: (readonly [string, string, PlanCell])[]];

const RULES: readonly (readonly [name: string, asOf: number, changes: readonly Change[]])[] = [
  ['as they are written', AS_OF, []],
  ['at an instant of the day', AS_OF + 0.6, []],
  [
    'in working days and hours',
    AS_OF,
    [
      [
        'order-steps',
        ['visit', 'unit', '工作小时'],
        ['proposal', 'unit', '工作日'],
        ['chase', 'limit', 3],
        ['chase', 'unit', '工作小时'],
        ['number', 'unit', '工作日'],
        ['accepted', 'unit', '工作日'],
        ['lead', 'limit', 2],
        ['approval', 'limit', 20],
        ['approval', 'unit', '小时'],
      ],
      [
        'order-settings',
        ['late-in', 'value', '工作日'],
        ['promise', 'value', '代替规则'],
        ['care-days', 'value', null],
      ],
    ],
  ],
  [
    'with fines, months, other hours and papers',
    AS_OF,
    [
      [
        'order-steps',
        ['proposal', 'limit', 1],
        ['proposal', 'unit', '个月'],
        ['chase', 'unit', '工作日'],
        ['aftercare', 'limit', 10],
        ['aftercare', 'unit', '工作日'],
        ['visit', 'unit', '小时'],
      ],
      [
        'order-settings',
        ['fine', 'value', 5],
        ['fine-rate', 'value', 0.0123],
        ['boundary', 'value', '达到'],
        ['soon', 'value', 3],
        ['promise', 'value', '不看'],
        ['papers-blank', 'value', '视为缺'],
        ['first-visit', 'value', null],
        ['time-unknown', 'value', 0.4],
      ],
      ['order-papers', ['business-licence', 'needed', '否'], ['contract', 'needed', '否']],
      ['order-statuses', ['status-施工中', 'means', '方案']],
      ['cut-offs', ['from-14:00', 'days', 2], ['from-12:00', 'time', 0.5]],
      ['work-hours', ['week', 'value', '周一至周六'], ['pm-from', 'value', null], ['pm-to', 'value', null]],
    ],
  ],
  [
    'with holidays of a person’s own and quarterly care',
    AS_OF,
    [
      ['order-steps', ['aftercare', 'limit', 3], ['contract', 'limit', 4]],
      ['order-settings', ['care-days', 'value', 400]],
      [
        'holidays',
        ['day-2025-01-26', 'kind', '休'],
        ['day-2025-02-04', 'kind', '班'],
        ['day-2025-02-03', 'day', 45_700],
      ],
    ],
  ],
];

test.each(RULES)('%s', async (_name, asOf, changes) => {
  const source = randomOrders(160, 7 + changes.length);
  const first = request(source, { asOf, options: OPTIONS });
  let plan = orderTracker.build(first);
  for (const [role, ...cells] of changes) plan = changed(plan, role, cells);
  // The domain reads the rules from the changed sheets, as a rebuild does.
  const again = { ...first, rules: rulesGridOf(plan) };
  expect(orderTracker.prepare(again).findings.filter(({ code }) => code.startsWith('rule-'))).toEqual([]);
  expect(await onSheet(plan, 'zh-CN')).toEqual(byDomain(again, 'zh-CN'));
});

test('in English', async () => {
  const source = randomOrders(60, 5);
  const given = request(source, { asOf: AS_OF, options: OPTIONS, locale: 'en' });
  const plan = orderTracker.build(given);
  expect(await onSheet(plan, 'en')).toEqual(byDomain({ ...given, rules: rulesGridOf(plan) }, 'en'));
});
