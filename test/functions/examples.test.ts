import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { abcclass } from '../../src/functions/abcclass';
import { arpu } from '../../src/functions/arpu';
import { curve } from '../../src/functions/curve';
import { agebucket, cutoffdue, deadline, slaresult, workminutes } from '../../src/functions/deadlines';
import { orderstage } from '../../src/functions/orderstage';
import { forecastacc, kpimet } from '../../src/functions/kpi';
import { churnrate, keptrate } from '../../src/functions/retention';
import { rfmscore } from '../../src/functions/rfmscore';
import { commission, nexttier, quotapay, runningpay, tierworking } from '../../src/functions/commission';
import { clawback, drawbalance, override, prorate, splitcredit } from '../../src/functions/payparts';
import { growthaudit, growthrate } from '../../src/functions/growthrate';
import { contribution, mixvolumeprice, shares, targetsplit } from '../../src/functions/shares';
import { summarytext } from '../../src/functions/summarytext';
import { attainment, targetpace } from '../../src/functions/targets';
import { examplesOf } from './reference';
import sources from '../../src/functions/sources.json';
import { visitgap } from '../../src/functions/visitgap';
import {
  visitcoverage,
  visitdays,
  visitdue,
  visitmissed,
  visitopen,
  visitoverlap,
} from '../../src/functions/visits';
import { installHost } from './host';
import { generate, root } from './metadata';

const functions: Readonly<Record<string, (...given: never[]) => unknown>> = {
  ABCCLASS: abcclass,
  ARPU: arpu,
  AGEBUCKET: agebucket,
  CUTOFFDUE: cutoffdue,
  DEADLINE: deadline,
  ORDERSTAGE: orderstage,
  SLARESULT: slaresult,
  WORKMINUTES: workminutes,
  CHURNRATE: churnrate,
  CURVE: curve,
  FORECASTACC: forecastacc,
  KEPTRATE: keptrate,
  KPIMET: kpimet,
  RFMSCORE: rfmscore,
  CLAWBACK: clawback,
  COMMISSION: commission,
  DRAWBALANCE: drawbalance,
  NEXTTIER: nexttier,
  OVERRIDE: override,
  PRORATE: prorate,
  QUOTAPAY: quotapay,
  RUNNINGPAY: runningpay,
  SPLITCREDIT: splitcredit,
  TIERWORKING: tierworking,
  GROWTHRATE: growthrate,
  GROWTHAUDIT: growthaudit,
  SHARES: shares,
  TARGETSPLIT: targetsplit,
  CONTRIBUTION: contribution,
  MIXVOLUMEPRICE: mixvolumeprice,
  SUMMARYTEXT: summarytext,
  ATTAINMENT: attainment,
  TARGETPACE: targetpace,
  VISITGAP: visitgap,
  VISITDUE: visitdue,
  VISITCOVERAGE: visitcoverage,
  VISITMISSED: visitmissed,
  VISITOVERLAP: visitoverlap,
  VISITOPEN: visitopen,
  VISITDAYS: visitdays,
};

/** Splits at a separator that stands outside of quotes and braces. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth++;
    else if (!quoted && character === '}') depth--;
    if (character === separator && !quoted && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

/** An Excel constant as Excel hands it to a function: {1,2;3,4} as rows, anything else as a single value. */
function constant(text: string): unknown {
  if (text.startsWith('{')) return split(text.slice(1, -1), ';').map((row) => split(row, ',').map(constant));
  if (text.startsWith('"')) return text.slice(1, -1);
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  if (Number.isNaN(Number(text))) throw new Error(`Not a constant: ${text}`);
  return Number(text);
}

function asMatrix(value: unknown): unknown[][] {
  return Array.isArray(value) ? (value as unknown[][]) : [[value]];
}

const examples = sources.flatMap((source) => examplesOf(readFileSync(join(root, source), 'utf8')));

test('every function has examples, and every example is read', () => {
  const written = sources.flatMap(
    (source) => readFileSync(join(root, source), 'utf8').match(/@example/g) ?? [],
  );
  expect(examples).toHaveLength(written.length);
  for (const name of Object.keys(functions)) {
    expect(examples.some(({ formula }) => formula.startsWith(`=${name}(`))).toBe(true);
  }
});

test.each(examples)('$formula is $result', async ({ formula, result }) => {
  installHost('en-US');
  const { metadata } = await generate();
  const [, name = '', list = ''] = /^=(\w+)\((.*)\)$/.exec(formula) ?? [];
  const texts = split(list, ',');
  const parameters = metadata.functions.find((each) => each.name === name)?.parameters ?? [];
  expect(texts.length).toBeLessThanOrEqual(parameters.length);
  const given = parameters.map(({ dimensionality }, index) => {
    const text = texts[index] ?? '';
    if (text === '') return null;
    return dimensionality === 'matrix' ? asMatrix(constant(text)) : constant(text);
  });
  expect(functions[name]?.(...(given as never[]))).toEqual(asMatrix(constant(result)));
});
