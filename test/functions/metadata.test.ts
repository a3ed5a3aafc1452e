import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localizeMetadata } from '../../src/functions/metadata';
import { examplesOf, functionsTable } from './reference';
import sources from '../../src/functions/sources.json';
import { functionDescriptions } from '../../src/locales/zh-CN/functions/descriptions';
import { generate, root } from './metadata';

test('the functions are exactly these', async () => {
  const { errors, associate, metadata } = await generate();
  expect(errors).toEqual([]);
  const signatures = metadata.functions.map(({ name, parameters }) => {
    const names = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
    return `${name}(${names.join(', ')})`;
  });
  expect(signatures).toEqual([
    'ABCCLASS(amounts, [cut_a], [cut_b])',
    'ARPU(revenue, opening, [closing], [months])',
    'COMMISSION(revenue, tiers, mode)',
    'TIERWORKING(revenue, tiers, mode)',
    'NEXTTIER(revenue, tiers, mode)',
    'RUNNINGPAY(sales, tiers, mode)',
    'QUOTAPAY(revenue, quota, tiers, mode)',
    'CURVE(values)',
    'DEADLINE(start, amount, unit, [holidays], [make_up_days], [hours], [week])',
    'CUTOFFDUE(start, cut_offs, [holidays], [make_up_days], [hours], [week])',
    'WORKMINUTES(start, end, [holidays], [make_up_days], [hours], [week])',
    'SLARESULT(start, end, limit, [as_of], [words])',
    'AGEBUCKET(due, as_of, [limits])',
    'GROWTHRATE(values, method, [periods])',
    'GROWTHAUDIT(values, stated, [decimals], [method])',
    'KPIMET(actual, limit, [rule])',
    'FORECASTACC(actual, forecast)',
    'ORDERSTAGE(dates, [stages], [as_of])',
    'SPLITCREDIT(amount, shares)',
    'PRORATE(amount, active_days, total_days)',
    'DRAWBALANCE(earned, draw, recovery, [opening])',
    'OVERRIDE(revenue, rate, [target], [measured])',
    'CLAWBACK(commission, sale, refund)',
    'CHURNRATE(lost, opening, [closing])',
    'KEPTRATE(snapshot, current)',
    'RFMSCORE(days, orders, amounts, [day_limits], [order_limits], [amount_limits])',
    'SHARES(parts, [decimals])',
    'TARGETSPLIT(target, weights, [decimals])',
    'CONTRIBUTION(before, now)',
    'MIXVOLUMEPRICE(quantity_before, amount_before, quantity_now, amount_now)',
    'SUMMARYTEXT(label, current, previous, [year_earlier], [target], [unit], [language])',
    'ATTAINMENT(actual, target)',
    'TARGETPACE(actual, target, done, [periods])',
    'VISITGAP(customers, log_customers, log_dates, [as_of], [measure])',
    'VISITDUE(customers, classes, rules, log_customers, log_dates, [as_of])',
    'VISITCOVERAGE(customers, log_customers, log_dates, [from], [to])',
    'VISITMISSED(customers, log_customers, log_dates, [from], [to])',
    'VISITOVERLAP(log_customers, log_people, log_dates, [days])',
    'VISITOPEN(items, owners, dates, [due], [closed], [limit], [as_of])',
    'VISITDAYS(people, dates, [least])',
  ]);
  const names = metadata.functions.map(({ name }) => name);
  expect(metadata.functions.map(({ id }) => id)).toEqual(names);
  expect(associate.map(({ id, functionName }) => [id, functionName])).toEqual(
    names.map((name) => [name, name.toLowerCase()]),
  );
});

test('what can be a range is a matrix, and results spill', async () => {
  const { metadata } = await generate();
  const scalars = metadata.functions.flatMap(({ parameters }) =>
    parameters.filter(({ dimensionality }) => dimensionality !== 'matrix').map(({ name }) => name),
  );
  expect([...new Set(scalars)].sort()).toEqual([
    'amount',
    'as_of',
    'cut_a',
    'cut_b',
    'days',
    'decimals',
    'done',
    'draw',
    'from',
    'language',
    'least',
    'limit',
    'measure',
    'method',
    'mode',
    'opening',
    'periods',
    'recovery',
    'rule',
    'stated',
    'target',
    'to',
    'unit',
    'week',
  ]);
  const shapes = new Set(metadata.functions.map(({ result }) => result.dimensionality));
  expect([...shapes]).toEqual(['matrix']);
});

test('every description fits the formula wizard: one line, a sentence, none missing', async () => {
  const { metadata } = await generate();
  const chinese = localizeMetadata(metadata, functionDescriptions);
  for (const { description, parameters } of [...metadata.functions, ...chinese.functions]) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/^.{4,140}[.。]$/);
    }
  }
});

test('the sources are all the files that have a custom function', () => {
  const folder = join(root, 'src/functions');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const tagged = files.filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('@customfunction '),
  );
  expect(sources).toEqual(tagged.map((file) => `./src/functions/${file}`));
});

describe('localizeMetadata', () => {
  test('changes the descriptions and nothing else', async () => {
    const { metadata } = await generate();
    const chinese = localizeMetadata(metadata, functionDescriptions);
    const withoutTexts = (json: object) =>
      JSON.parse(
        JSON.stringify(json, (key, value: unknown) => (key === 'description' ? undefined : value)),
      ) as unknown;
    expect(withoutTexts(chinese)).toEqual(withoutTexts(metadata));
    for (const { description, parameters } of chinese.functions) {
      for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
        expect(text).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('fails where a text is missing or describes nothing', async () => {
    const { metadata } = await generate();
    const { ARPU, ...withoutArpu } = functionDescriptions;
    expect(() => localizeMetadata(metadata, withoutArpu)).toThrow('missing [ARPU]');
    expect(() => localizeMetadata(metadata, { ...functionDescriptions, CHURN: ARPU })).toThrow(
      'unknown [CHURN]',
    );
    const { revenue, ...parameters } = ARPU.parameters;
    const renamed = {
      ...functionDescriptions,
      ARPU: { ...ARPU, parameters: { ...parameters, income: revenue } },
    };
    expect(() => localizeMetadata(metadata, renamed)).toThrow('ARPU: missing [revenue], unknown [income]');
  });
});

test('the README shows every function as it is, with an example', async () => {
  const { metadata } = await generate();
  const examples = sources.flatMap((source) => examplesOf(readFileSync(join(root, source), 'utf8')));
  const lines = functionsTable(metadata, examples).split('\n');
  expect(lines).toHaveLength(2 + metadata.functions.length);
  expect(lines).toContain(
    '| `=ARPU(revenue, opening, [closing], [months])` | Average revenue per user and month: revenue ÷ average subscribers ÷ months. | `=ARPU(126000, 1000, 1100)` → 120 |',
  );
  const readme = readFileSync(join(root, 'README.md'), 'utf8').replace(/ +/g, ' ');
  for (const line of lines.slice(2)) expect(readme).toContain(line);
});
