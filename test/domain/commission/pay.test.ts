import { computePay, type PayRun } from '../../../src/domain/commission/compute';
import type { Amounts, Choices } from '../../../src/domain/commission/choices';
import type { PersonMonth } from '../../../src/domain/commission/pay';
import type { PersonException } from '../../../src/domain/commission/types';
import { centsOf, formatCents } from '../../../src/domain/money';
import { loadCases } from '../../cases/load';
import {
  ANSWERS,
  dayOf,
  memberOf,
  monthOf,
  planOf,
  requestOf,
  type LineJson,
  type MemberJson,
  type VersionJson,
} from './make';

type ExceptionJson = Omit<PersonException, 'from' | 'to'> & { from: string | null; to: string | null };

interface Case {
  readonly versions: readonly VersionJson[];
  readonly exceptions?: readonly ExceptionJson[];
  readonly unlistedRole?: string | null;
  readonly answers?: Choices;
  readonly openAmounts?: Amounts;
  readonly lines: readonly LineJson[];
  readonly members?: readonly MemberJson[];
  readonly quotas?: readonly (readonly [person: string, month: string, amount: number])[];
  readonly balances?: readonly (readonly [person: string, draw: number, guarantee: number])[];
  readonly months: readonly [from: string, to: string];
  /** By person and month; all of them. */
  readonly pay?: Readonly<Record<string, string>>;
  readonly amounts?: Readonly<
    Record<string, readonly (readonly [kind: string, rule: string, amount: string])[]>
  >;
  readonly owed?: Readonly<Record<string, readonly [draw: string, guarantee: string]>>;
  readonly met?: Readonly<Record<string, boolean>>;
  readonly streaks?: readonly (readonly [person: string, month: string, outcome: string])[];
  /** None where the case does not say. */
  readonly findings?: readonly (readonly [code: string, row: number | null])[];
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function keyed<Value>(run: PayRun, of: (month: PersonMonth) => Value): Record<string, Value> {
  return Object.fromEntries(run.months.map((each) => [`${each.person} ${monthText(each.month)}`, of(each)]));
}

function runOf(given: Case): PayRun {
  const day = (text: string | null) => (text === null ? null : dayOf(text));
  const exceptions = (given.exceptions ?? []).map(
    (each) => ({ ...each, from: day(each.from), to: day(each.to) }) as PersonException,
  );
  const { unlistedRole = 'sales' } = given;
  const choices = { ...ANSWERS, ...given.answers };
  const plan = planOf(given.versions, { exceptions, unlistedRole }, choices, given.openAmounts);
  return computePay(
    requestOf(plan, given.lines, given.months, {
      members: (given.members ?? []).map(memberOf),
      quotas: (given.quotas ?? []).map(([person, month, amount]) => ({
        person,
        month: monthOf(month),
        amount: centsOf(amount),
      })),
      balances: (given.balances ?? []).map(([person, draw, guarantee]) => ({
        person,
        draw: centsOf(draw),
        guarantee: centsOf(guarantee),
      })),
    }),
  );
}

describe.each(loadCases<Case>('pay'))('%s', (_name, given) => {
  const run = runOf(given);

  test('pays', () => {
    const pay = keyed(run, (month) => formatCents(month.pay));
    if (given.pay) expect(pay).toEqual(given.pay);
    expect(given.pay ?? given.streaks).toBeDefined();
  });

  test('every amount has its rule, and they add up to the pay', () => {
    const amounts = keyed(run, (month) =>
      month.amounts.map(({ kind, rule, cents }) => [kind, rule.code, formatCents(cents)]),
    );
    expect(amounts).toMatchObject(given.amounts ?? {});
    for (const { amounts: parts, pay } of run.months) {
      expect(parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(pay);
    }
  });

  test('what is owed, met, found and what follows', () => {
    const owed = keyed(run, (month) => [month.drawBalance, month.guaranteeBalance].map(formatCents));
    expect(owed).toMatchObject(given.owed ?? {});
    expect(keyed(run, ({ met }) => met)).toMatchObject(given.met ?? {});
    expect(run.streaks.map(({ person, month, outcome }) => [person, monthText(month), outcome])).toEqual(
      given.streaks ?? [],
    );
    expect(run.findings.map(({ code, row }) => [code, row])).toEqual(given.findings ?? []);
  });
});
