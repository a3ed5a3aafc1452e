/** Writes the sample workbooks, assets/sample-*.xlsx: `npx tsx test/tools/make-samples.ts`. Always the same files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx, type WriteSheet } from 'hucre';
import { day, Dice, money, SampleSheet, type Filled, type Look } from './samples/book';
import {
  orderFacts,
  revenueFacts,
  TIERS,
  visitFacts,
  keeperOf,
  CUSTOMERS,
  type OrderFact,
} from './samples/facts';
import {
  debtsSheet,
  faultsSheet,
  paySheet,
  progressSheet,
  retailSheet,
  targetsSheet,
  teamSheet,
  usersSheet,
} from './samples/lists';
import { enRecords, zhRecords, type RecordWords } from './samples/record-words';
import { en, zh, type SampleWords } from './samples/words';

const MONEY_ROUND = '#,##0';

function ordersSheet(words: SampleWords, look: Look): WriteSheet {
  const { orders } = words;
  const sheet = new SampleSheet(orders.sheet, look, [6, 14, 13, 28, 14, 21, 10, 14, 10, 22]);
  const dice = new Dice(31);
  sheet.title(orders.title);
  sheet.line(orders.line);
  sheet.header(orders.header);
  let number = 0;
  let quarter = { name: '', sum: 0 };
  const closeQuarter = (): void => {
    if (quarter.name === '') return;
    const cells: Filled[] = [
      quarter.name,
      null,
      null,
      null,
      null,
      null,
      null,
      money(quarter.sum),
      null,
      null,
    ];
    sheet.fill(cells, true);
    sheet.merge(sheet.row - 1, 0, sheet.row - 1, 6);
    if (dice.next() < 0.5) sheet.blank();
  };
  const add = (
    fact: OrderFact,
    id: string,
    date: Filled,
    amount: Filled,
    status: string,
    remark: string | null,
  ): void => {
    number++;
    sheet.fill([
      number,
      id,
      date,
      words.customers[fact.customer] ?? '',
      words.people[fact.person] ?? '',
      words.products[fact.product] ?? '',
      fact.quantity,
      amount,
      status,
      remark,
    ]);
  };
  orderFacts().forEach((fact, index) => {
    const name = orders.quarterTotal(fact.year, Math.ceil(fact.month / 3));
    if (name !== quarter.name) {
      closeQuarter();
      quarter = { name, sum: 0 };
    }
    const id = `DD${fact.year}${String(fact.month).padStart(2, '0')}${String(index + 1).padStart(3, '0')}`;
    const typed = dice.next();
    const date: Filled =
      index === 57
        ? orders.undecided
        : typed < 0.18
          ? words.typedDate(dice.whole(0, 2), fact.year, fact.month, fact.day)
          : day(fact.year, fact.month, fact.day, words.dateFormat);
    const plain = dice.next() < 0.8;
    const amount: Filled =
      index === 101
        ? orders.negotiable
        : plain
          ? money(fact.amount, dice.next() < 0.7 ? '#,##0.00' : 'General')
          : words.typedAmount(dice.whole(0, 2), fact.amount);
    const [installed, progress, signed] = words.statuses;
    const status = index > 145 ? dice.pick([progress, signed, installed]) : installed;
    add(fact, id, date, amount, status, null);
    if (index !== 101 && index !== 57) quarter.sum += fact.amount;
    // Entered twice, as happens when two people keep one list; and a refund some weeks after its order.
    if (index === 88) {
      add(fact, id, date, amount, status, null);
      quarter.sum += fact.amount;
    }
    if (index === 120) {
      const refund = {
        value: -fact.amount,
        style: { numFmt: '#,##0.00', font: { name: look.font, size: 11, color: { rgb: 'FFC00000' } } },
      };
      add(fact, `${id}T`, day(fact.year, fact.month, 28, words.dateFormat), refund, installed, orders.refund);
      quarter.sum -= fact.amount;
    }
  });
  closeQuarter();
  sheet.blank();
  sheet.line(orders.closing);
  return sheet.finished(3);
}

function visitsSheet(words: SampleWords, look: Look): WriteSheet {
  const { visits } = words;
  const sheet = new SampleSheet(visits.sheet, look, [6, 12, 14, 28, 12, 14, 30, 14, 12, 10]);
  const dice = new Dice(4);
  sheet.title(visits.title);
  const top = sheet.row;
  sheet.header([
    ...visits.plain,
    ...visits.groups.flatMap(({ name, columns }) => columns.map((_, i) => (i === 0 ? name : null))),
  ]);
  sheet.header([...visits.plain.map(() => null), ...visits.groups.flatMap(({ columns }) => columns)]);
  visits.plain.forEach((_, column) => sheet.merge(top, column, top + 1, column));
  visits.groups.reduce((column, { columns }) => {
    sheet.merge(top, column, top, column + columns.length - 1);
    return column + columns.length;
  }, visits.plain.length);
  let firstOfDay = { day: 0, row: 0 };
  const joinDay = (): void => {
    if (firstOfDay.day > 0 && sheet.row - firstOfDay.row > 1)
      sheet.merge(firstOfDay.row, 1, sheet.row - 1, 1);
  };
  visitFacts().forEach((visit, index) => {
    const newDay = visit.day !== firstOfDay.day;
    if (newDay) {
      joinDay();
      firstOfDay = { day: visit.day, row: sheet.row };
    }
    const { chased } = visit;
    const doneOn = Math.min(visit.day + 3, 30);
    sheet.fill([
      index + 1,
      newDay
        ? dice.next() < 0.3
          ? words.typedDate(1, 2025, 4, visit.day)
          : day(2025, 4, visit.day, words.dateFormat)
        : null,
      words.people[visit.person] ?? '',
      words.customers[visit.customer] ?? '',
      dice.pick(words.contacts),
      words.purposes[visit.purpose] ?? '',
      chased || dice.next() < 0.4 ? dice.pick(words.opinions) : null,
      chased ? (words.people[chased.owner] ?? '') : null,
      chased?.done ? words.typedDate(0, 2025, 4, doneOn) : null,
      chased ? (chased.done ? visits.settled : visits.open) : null,
    ]);
  });
  joinDay();
  return sheet.finished(3);
}

function listSheet(words: SampleWords, look: Look): WriteSheet {
  const sheet = new SampleSheet(words.list.sheet, look, [11, 28, 16, 7, 14, 14, 15, 26, 12]);
  const dice = new Dice(12);
  sheet.header(words.list.header);
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    sheet.fill([
      `00${String(3100 + customer * 7)}`,
      words.customers[customer] ?? '',
      words.industries[customer % words.industries.length] ?? '',
      customer < 6 ? 'A' : dice.pick(words.classes),
      words.people[keeperOf(customer)] ?? '',
      dice.pick(words.contacts),
      // A prefix that no operator has.
      `100${String(dice.whole(10000000, 99999999))}`,
      `${dice.pick(words.streets)}${words === zh ? `${dice.whole(1, 288)}号` : ` ${dice.whole(1, 288)}`}`,
      day(2025 + (customer % 2), dice.whole(1, 12), 28, words.dateFormat),
    ]);
  }
  return sheet.finished(1);
}

function revenueSheet(words: SampleWords, look: Look): WriteSheet {
  const { revenue } = words;
  const sheet = new SampleSheet(revenue.sheet, look, [28, 10, ...Array.from({ length: 12 }, () => 8), 10]);
  const facts = revenueFacts();
  const inUnit = (yuan: number): number => Math.round((yuan / revenue.divisor) * 100) / 100;
  const months = Array.from({ length: 12 }, (_, month) => month);
  sheet.title(revenue.title);
  sheet.line(revenue.unit, 12);
  sheet.header([...revenue.header, ...months.map((month) => revenue.month(month + 1)), revenue.sum]);
  const sums = months.map(() => 0);
  facts.forEach((amounts, customer) => {
    const shown = amounts.map((yuan) => (yuan === null ? null : inUnit(yuan)));
    shown.forEach((value, month) => (sums[month] = (sums[month] ?? 0) + (value ?? 0)));
    const sum = shown.reduce<number>((total, value) => total + (value ?? 0), 0);
    sheet.fill([
      words.customers[customer] ?? '',
      words.people[keeperOf(customer)] ?? '',
      ...shown.map((value) => (value === null ? null : money(value, '0.00'))),
      money(Math.round(sum * 100) / 100, '0.00'),
    ]);
  });
  const rounded = sums.map((sum) => Math.round(sum * 100) / 100);
  const whole = Math.round(rounded.reduce((total, sum) => total + sum, 0) * 100) / 100;
  sheet.fill([revenue.total, null, ...rounded.map((sum) => money(sum, '0.00')), money(whole, '0.00')], true);
  return sheet.finished(3);
}

function tiersSheet(words: SampleWords, look: Look): WriteSheet {
  const sheet = new SampleSheet(words.tiers.sheet, look, [18, 18, 14]);
  sheet.title(words.tiers.title);
  sheet.header(words.tiers.header);
  for (const { from, base, rate } of TIERS) {
    sheet.fill([
      money(from, MONEY_ROUND),
      { value: rate, style: { numFmt: '0%' } },
      money(base, MONEY_ROUND),
    ]);
  }
  sheet.blank();
  sheet.line(words.tiers.rule);
  return sheet.finished(0);
}

function notesSheet(words: SampleWords, look: Look): WriteSheet {
  const sheet = new SampleSheet(words.notes.sheet, look, [60]);
  for (const line of words.notes.lines) {
    if (line === '') sheet.blank();
    else sheet.line(line);
  }
  return sheet.finished(0);
}

async function make(sheets: readonly WriteSheet[], font: string, file: string): Promise<void> {
  const bytes = await writeXlsx({
    sheets: [...sheets],
    defaultFont: { name: font, size: 11 },
    properties: { created: new Date(Date.UTC(2025, 4, 6)), modified: new Date(Date.UTC(2025, 4, 6)) },
  });
  writeFileSync(join(__dirname, '../../assets', file), bytes);
}

/** The office's workbook, and the retail outlets' in one of their own. */
async function makeBoth(words: SampleWords, records: RecordWords, language: string): Promise<void> {
  const look: Look = { font: words.font, headerFill: words === zh ? 'FFFFE699' : 'FFD9E1F2', titleSize: 16 };
  const kept = [ordersSheet, visitsSheet, listSheet, revenueSheet, tiersSheet].map((sheet) =>
    sheet(words, look),
  );
  const lists = [teamSheet, targetsSheet, paySheet, progressSheet, faultsSheet, debtsSheet, usersSheet];
  const more = lists.map((sheet) => sheet(words, records, look));
  const office = [...kept, ...more, notesSheet(words, look)];
  await make(office, words.font, `sample-${language}.xlsx`);
  await make([retailSheet(words, records, look)], words.font, `sample-retail-${language}.xlsx`);
}

void Promise.all([makeBoth(zh, zhRecords, 'zh-CN'), makeBoth(en, enRecords, 'en')]);
