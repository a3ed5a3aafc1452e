import type { WriteSheet } from 'hucre';
import { serialOf } from '../../../src/domain/dates';
import { day, Dice, money, SampleSheet, type Filled, type Look } from './book';
import { keeperOf, PEOPLE } from './facts';
import type { RecordWords } from './record-words';
import {
  BRANDS,
  debtFacts,
  faultFacts,
  FIRST_OF_MARCH,
  PAY_YEAR,
  payFacts,
  progressFacts,
  retailFacts,
  userFacts,
} from './records';
import type { SampleWords } from './words';

/** The smaller lists as sheets, each filled in the way of its keeper. */
export type ListSheet = (words: SampleWords, records: RecordWords, look: Look) => WriteSheet;

const END_OF_APRIL = serialOf(PAY_YEAR, 4, 30);
const FIRST_OF_APRIL = serialOf(PAY_YEAR, 4, 1);
const TIME = 'yyyy/m/d h:mm';

function serial(value: number, numFmt: string): Filled {
  return { value, style: { numFmt, alignment: { horizontal: 'center' } } };
}

export const teamSheet: ListSheet = (words, { team }, look) => {
  const sheet = new SampleSheet(team.sheet, look, [10, 16, 18, 14, 14, 16]);
  sheet.header(team.header);
  words.people.forEach((name, person) => {
    const joined = day(2019 + person, 3 + person, 1, words.dateFormat);
    sheet.fill([`K0${person + 11}`, name, team.post, team.team, joined, money(50000, '#,##0')]);
  });
  return sheet.finished(1);
};

export const targetsSheet: ListSheet = (words, { targets }, look) => {
  const sheet = new SampleSheet(targets.sheet, look, [16, ...Array.from({ length: 12 }, () => 9), 11]);
  sheet.title(targets.title);
  sheet.header(targets.header);
  const weights = [8, 6, 8, 8, 8, 9, 8, 8, 9, 9, 9, 10];
  const rows = words.people.map((_, person) =>
    weights.map((weight) => Math.round((weight * (6200 - person * 450)) / 100) * 100),
  );
  const whole = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
  rows.forEach((row, person) =>
    sheet.fill([words.people[person] ?? '', ...[...row, whole(row)].map((amount) => money(amount, '#,##0'))]),
  );
  const sums = weights.map((_, month) => whole(rows.map((row) => row[month] ?? 0)));
  sheet.fill([targets.total, ...[...sums, whole(sums)].map((amount) => money(amount, '#,##0'))], true);
  return sheet.finished(2);
};

export const paySheet: ListSheet = (words, { pay }, look) => {
  const sheet = new SampleSheet(pay.sheet, look, [12, 16, 14, 11, 12, 13, 14, 14]);
  sheet.title(pay.title);
  sheet.header(pay.header);
  const facts = payFacts();
  facts.forEach((fact, index) => {
    const { month, person, revenue, base, rate, commission } = fact;
    sheet.fill([
      pay.month(month),
      words.people[person] ?? '',
      money(revenue),
      money(base),
      { value: rate, style: { numFmt: '0%' } },
      money(commission),
      money(base + commission),
      null,
    ]);
    if (facts[index + 1]?.month === month) return;
    const rows = facts.filter((other) => other.month === month);
    const sum = (value: (row: (typeof rows)[number]) => number): Filled =>
      money(rows.reduce((total, row) => total + value(row), 0));
    sheet.fill(
      [
        pay.monthTotal(month),
        null,
        sum((row) => row.revenue),
        sum((row) => row.base),
        null,
        sum((row) => row.commission),
        sum((row) => row.base + row.commission),
        null,
      ],
      true,
    );
  });
  sheet.blank();
  sheet.line(pay.signatures);
  return sheet.finished(2);
};

export const progressSheet: ListSheet = (words, { progress }, look) => {
  const sheet = new SampleSheet(progress.sheet, look, [13, 26, 16, 16, 12, 12, 12, 12, 12, 12, 8]);
  const dice = new Dice(5);
  sheet.header(progress.header);
  progressFacts().forEach((fact, index) => {
    sheet.fill([
      fact.stages[2] === null ? null : `HT2025${String(index + 301)}`,
      words.customers[fact.customer] ?? '',
      words.people[fact.person] ?? '',
      words.products[fact.product] ?? '',
      money(fact.amount, '#,##0'),
      ...fact.stages.map((after): Filled => {
        if (after === null) return null;
        const at = FIRST_OF_MARCH + after;
        const april = at >= FIRST_OF_APRIL;
        const date = at - (april ? FIRST_OF_APRIL : FIRST_OF_MARCH) + 1;
        return dice.next() < 0.2 && date <= 30
          ? words.typedDate(0, PAY_YEAR, april ? 4 : 3, date)
          : serial(at, words.dateFormat);
      }),
      `${fact.papers}${progress.paper}`,
    ]);
  });
  return sheet.finished(1);
};

export const faultsSheet: ListSheet = (words, { faults }, look) => {
  const sheet = new SampleSheet(faults.sheet, look, [18, 26, 14, 12, 18, 18]);
  sheet.header(faults.header);
  for (const { reported, customer, kind, engineer, answered, solved } of faultFacts()) {
    const at = FIRST_OF_APRIL + reported;
    sheet.fill([
      serial(at, TIME),
      words.customers[customer] ?? '',
      faults.kinds[kind] ?? '',
      faults.engineers[engineer] ?? '',
      serial(at + answered / 1440, TIME),
      solved === null ? null : serial(at + solved / 1440, TIME),
    ]);
  }
  return sheet.finished(1);
};

export const debtsSheet: ListSheet = (words, { debts }, look) => {
  const sheet = new SampleSheet(debts.sheet, look, [14, 28, 16, 14, 14, 14, 14]);
  sheet.title(debts.title);
  sheet.header(debts.header);
  debtFacts().forEach(({ customer, amount, paid, overdue }, index) => {
    sheet.fill([
      `HT2024${String(index + 511)}`,
      words.customers[customer] ?? '',
      words.people[keeperOf(customer)] ?? '',
      money(amount),
      paid === 0 ? null : money(paid),
      money(amount - paid),
      serial(END_OF_APRIL - overdue, words.dateFormat),
    ]);
  });
  return sheet.finished(2);
};

export const usersSheet: ListSheet = (words, { users }, look) => {
  const sheet = new SampleSheet(users.sheet, look, [14, 28, 12, 10, 12, 14, 14, 14, 10, 16]);
  sheet.header(users.header);
  userFacts().forEach((user, index) => {
    const date = (after: number | null): Filled =>
      after === null ? null : serial(END_OF_APRIL + after, words.dateFormat);
    sheet.fill([
      `U${String(100200 + index * 37)}`,
      words.customers[user.customer] ?? '',
      users.plans[index % users.plans.length] ?? '',
      money(user.arpu),
      money(user.balance),
      date(user.contractEnd),
      date(user.subsidyEnd),
      date(-user.lastUse),
      user.owed === 0 ? null : money(user.owed),
      words.people[keeperOf(user.customer)] ?? '',
    ]);
  });
  return sheet.finished(1);
};

export const retailSheet: ListSheet = (words, { retail }, look) => {
  const sheet = new SampleSheet(retail.sheet, look, [12, 14, 20, 16, 8, 11, 10, 12, 16]);
  sheet.title(retail.title);
  sheet.header(retail.header);
  const firstWeek = serialOf(PAY_YEAR, 1, 6);
  for (const { retailer, brand, week, quantity } of retailFacts()) {
    const { price = 0, tier = 1 } = BRANDS[brand] ?? {};
    sheet.fill([
      serial(firstWeek + week * 7 + (retailer % 3), words.dateFormat),
      `3302${String(10010 + retailer * 13)}`,
      retail.retailers[retailer] ?? '',
      retail.brands[brand] ?? '',
      retail.tiers[tier - 1] ?? '',
      quantity,
      money(price),
      money(price * quantity),
      words.people[retailer % PEOPLE] ?? '',
    ]);
  }
  return sheet.finished(2);
};
