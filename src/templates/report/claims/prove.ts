import { balance, checkFigure, roundingRoom, type Verdict } from '../../../domain/claims';
import { attainment, changeRate } from '../../../domain/growth';
import { auditGrowth, type GrowthAudit } from '../../../domain/growth-audit';
import { auditShares, type ShareReading } from '../../../domain/share-audit';
import type { StatedFigure } from './figures';
import { AVERAGES, type TextClaim } from './parse';
import type { NetClaim, ShareClaim } from './parse-shares';
import { inYear, type Series, type Span } from './series';
import type { SubscriberMonths } from './subscribers';
import type { How, Proof, Subject } from './types';

/** What claims are proved by. */
export interface Evidence {
  /** The whole first. */
  readonly series: readonly Series[];
  readonly subscribers: SubscriberMonths;
  /** Titles and names of the source sheets: who is named there is all of them together. */
  readonly about: string;
}

/** The stated figure computed from what the book holds; null where it holds nothing of that. */
export function prove(claim: TextClaim, evidence: Evidence): Proof | null {
  switch (claim.kind) {
    case 'parts': {
      const parts = claim.parts.map(({ value }) => value);
      return figure(claim.stated, balance(parts), { kind: 'parts', parts }, parts.length);
    }
    case 'attainment': {
      const [part, whole] = [claim.actual.value, claim.target.value];
      const rate = attainment(part, whole);
      return rate === null ? null : percentage(claim.stated, rate, { kind: 'attainment', part, whole });
    }
    case 'growth': {
      const of = subjectSeries(claim.subject, evidence);
      return of && growthOf(of, claim.stated.value / 100, claim.stated.decimals, claim.what, claim.months);
    }
    case 'total': {
      const of = subjectSeries(claim.subject, evidence);
      return of && totalOf(of, claim);
    }
    case 'share':
      return shareIn(claim, evidence);
    case 'net':
      return netOf(claim, evidence);
  }
}

function figure(stated: StatedFigure, computed: number, how: How, figures = 0): Proof {
  const { value, decimals } = stated;
  const room = figures === 0 ? 0 : roundingRoom(figures, decimals);
  const { gap, verdict } = checkFigure(value, computed, decimals, room);
  return { stated: value, computed, decimals, percent: false, room, gap, verdict, subject: null, how };
}

function percentage(stated: StatedFigure, computed: number, how: How): Proof {
  return rateProof(stated.value / 100, computed, stated.decimals, 0, null, how);
}

/** A rate, which is a fraction, in the decimals of its percentage. */
export function rateProof(
  stated: number,
  computed: number,
  decimals: number,
  room: number,
  subject: Subject | null,
  how: How,
): Proof {
  const { gap, verdict } = checkFigure(stated, computed, decimals + 2, room);
  return { stated, computed, decimals, percent: true, room, gap, verdict, subject, how };
}

/** The series that a subject names: one whose name it contains or is contained in, or all where it says nothing of its own. */
function subjectSeries(subject: string, { series, about }: Evidence): Series | null {
  const [all, ...named] = series;
  if (!all) return null;
  const found = named
    .filter(({ of }) => of !== null && subject.includes(bare(of.name)))
    .sort((a, b) => (b.of?.name.length ?? 0) - (a.of?.name.length ?? 0))[0];
  if (found) return found;
  return subject === '' || about.includes(subject) ? all : null;
}

function bare(name: string): string {
  const short = name.replace(/客户|业务|收入/g, '');
  return short === '' ? name : short;
}

export type Growth = 'total' | 'average' | 'step' | 'year';

export function growthOf(
  of: Series,
  stated: number,
  decimals: number,
  what: Growth,
  months: readonly [number, number] | null,
): Proof | null {
  const slice = months ? inYear(of, months[0], months[1]) : (inYear(of, 1, lastMonth(of)) ?? of);
  if (!slice) return null;
  const { first, cents } = what === 'step' || what === 'year' ? of : slice;
  const [best] = audit(cents, stated, decimals, what);
  if (!best) return null;
  const { method, rate, room } = best;
  const how: How = { kind: 'growth', method, from: first + best.from, to: first + best.to };
  return rateProof(stated, rate, decimals, room, of.of, how);
}

function lastMonth({ first, cents }: Series): number {
  return ((first + cents.length - 1) % 12) + 1;
}

/** The largest unit of money in which all is whole: what was rounded to 万元 is judged in 万元. */
function unitOf(cents: readonly number[]): number {
  return [1e6, 1e4, 1e2, 1].find((size) => cents.every((value) => value % size === 0)) ?? 1;
}

function audit(cents: readonly number[], stated: number, decimals: number, what: Growth): GrowthAudit[] {
  const unit = unitOf(cents);
  const values = cents.map((value) => value / unit);
  if (what === 'step' || what === 'year') {
    const to = values.length - 1;
    const from = to - (what === 'step' ? 1 : 12);
    const rate = from < 0 ? null : changeRate(values[to] ?? 0, values[from]);
    if (rate === null) return [];
    return [{ method: 'total', from, to, rate, difference: stated - rate, room: 0, verdict: 'off' }];
  }
  return auditGrowth(values, stated, { decimals, methods: what === 'average' ? AVERAGES : ['total'] });
}

function totalOf(of: Series, { stated, unit, months }: TextClaim & { kind: 'total' }): Proof | null {
  const slice = inYear(of, months?.[0] ?? 1, months?.[1] ?? lastMonth(of));
  if (!slice) return null;
  const [from, to] = [slice.first, slice.first + slice.cents.length - 1];
  const proof = figure(stated, sumOf(slice.cents) / 100 / unit, { kind: 'sum', from, to, unit });
  return { ...proof, subject: of.of };
}

function sumOf(cents: readonly number[]): number {
  return cents.reduce((sum, value) => sum + value, 0);
}

interface Whole {
  readonly how: How;
  readonly subject: Subject | null;
}

/** A share of the whole or of whom the text names, over the months that it can mean; or of the sentence's own amounts. */
function shareIn(claim: ShareClaim, evidence: Evidence): Proof | null {
  const { stated, own } = claim;
  const part = claim.subject === '' ? null : subjectSeries(claim.subject, evidence);
  const whole = subjectSeries(claim.of, evidence);
  const readings = part?.of && whole ? shareReadings(part, whole, claim.months) : [];
  if (own) {
    const how: How = { kind: 'stated-share', part: own.part.value, whole: own.whole.value };
    const step = 10 ** -Math.min(own.part.decimals, own.whole.decimals);
    const figures = { part: own.part.value, whole: own.whole.value, parts: 1, wholes: 1, step };
    readings.push({ of: { how, subject: null }, ...figures });
  }
  return shareProof(readings, stated.value / 100, stated.decimals);
}

/** A share that a table states beside a name's months. */
export function shareOf(part: Series, whole: Series, stated: number, decimals: number): Proof | null {
  return shareProof(shareReadings(part, whole, null), stated, decimals);
}

function shareProof(
  readings: readonly ShareReading<Whole>[],
  stated: number,
  decimals: number,
): Proof | null {
  const [best] = auditShares(readings, stated, decimals);
  if (!best) return null;
  return rateProof(stated, best.share, decimals, best.room, best.of.subject, best.of.how);
}

function shareReadings(
  part: Series,
  whole: Series,
  months: readonly [number, number] | null,
): ShareReading<Whole>[] {
  const last = part.first + part.cents.length - 1;
  const stated = months && inYear(part, months[0], months[1]);
  const year = inYear(part, 1, lastMonth(part));
  const newest: Span = { first: last, cents: part.cents.slice(-1) };
  const spans: Span[] = stated ? [stated] : [...(year ? [year] : []), newest, part];
  const step = unitOf(whole.cents);
  return spans.map(({ first, cents }) => {
    const of = whole.cents.slice(first - whole.first, first - whole.first + cents.length);
    const how: How = { kind: 'share', of: whole.of, from: first, to: first + cents.length - 1 };
    return {
      of: { how, subject: part.of },
      part: sumOf(cents),
      whole: sumOf(of),
      parts: cents.length,
      wholes: cents.length,
      step,
    };
  });
}

/** From what the sentence says was won and lost, else from the subscribers' table: of the months, the newest one, the year. */
function netOf({ stated, unit, months, own }: NetClaim, { subscribers }: Evidence): Proof | null {
  if (own) {
    const [plus, minus] = [own.plus.map(({ value }) => value), own.minus.map(({ value }) => value)];
    const how: How = { kind: 'stated-net', plus, minus };
    return figure(stated, balance(plus, minus), how, plus.length + minus.length);
  }
  const order: readonly Verdict[] = ['agrees', 'rounding', 'off'];
  return (
    subscribers
      .spans(months)
      .map(({ from, to, net }) => figure(stated, net / unit, { kind: 'subscribers', from, to }))
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0] ?? null
  );
}
