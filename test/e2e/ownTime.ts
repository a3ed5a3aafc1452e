/** How long the pane's own code holds the thread that it shares with the stand-in, from a trace of the browser. */
import type { Page } from 'playwright-core';

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: CallFrame;
}

/** What is read of a trace: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

export interface OwnTime {
  /** Milliseconds of one task: between tasks the browser paints and hears clicks. */
  readonly longest: number;
  readonly total: number;
}

const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'devtools.timeline',
];

/** Memory is swept up during somebody's work: it goes on, and is nobody's by itself. */
const SWEEPING = '(garbage collector)';

type Owner = 'pane' | 'other' | 'sweeping';

interface Sample {
  readonly at: number;
  readonly milliseconds: number;
  readonly owner: Owner;
}

/** Whose a place in the code is: the pane's where its scripts, or office.js for it, are on the stack. */
function ownerOf(node: ProfileNode, nodes: ReadonlyMap<number, ProfileNode>): Owner {
  if (node.callFrame.functionName === SWEEPING) return 'sweeping';
  for (let at: ProfileNode | undefined = node; at; at = nodes.get(at.parent ?? -1)) {
    const { url = '' } = at.callFrame;
    if (url.includes('/workbench/')) return 'other';
    if (url.startsWith('http')) return 'pane';
  }
  return 'other';
}

/** The samples of one thread, in their order. */
function samplesOf(events: readonly TraceEvent[], id: string): Sample[] {
  const nodes = new Map<number, ProfileNode>();
  const owners = new Map<number, Owner>();
  const samples: Sample[] = [];
  let at = 0;
  for (const { name, id: of, args } of events) {
    if (of !== id) continue;
    if (name === 'Profile') at = args.data?.startTime ?? 0;
    if (name !== 'ProfileChunk') continue;
    const { cpuProfile, timeDeltas = [] } = args.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    cpuProfile?.samples?.forEach((sample, index) => {
      const node = nodes.get(sample);
      if (node && !owners.has(sample)) owners.set(sample, ownerOf(node, nodes));
      const delta = timeDeltas[index] ?? 0;
      at += delta;
      samples.push({ at, milliseconds: delta / 1000, owner: owners.get(sample) ?? 'other' });
    });
  }
  return samples.sort((a, b) => a.at - b.at);
}

/** The pane's time in each task of the thread that runs the page. */
function* ownTasks(events: readonly TraceEvent[]): Generator<number> {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  for (const { name, pid, tid, id } of events) {
    if (name !== 'Profile' || id === undefined || !main.has(`${pid}/${tid}`)) continue;
    const tasks = events
      .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
      .sort((a, b) => a.ts - b.ts);
    const samples = samplesOf(
      events.filter((event) => event.pid === pid),
      id,
    );
    let next = 0;
    for (const { ts, dur = 0 } of tasks) {
      let own = 0;
      let before: Owner = 'other';
      for (; next < samples.length; next++) {
        const { at, milliseconds, owner } = samples[next]!;
        if (at > ts + dur) break;
        if (at < ts) continue;
        if (owner !== 'sweeping') before = owner;
        if (before === 'pane') own += Math.min(milliseconds, (at - ts) / 1000);
      }
      yield own;
    }
  }
}

/** Traces what happens while `work` goes on. */
export async function ownTime(page: Page, work: () => Promise<void>): Promise<OwnTime> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  let longest = 0;
  let total = 0;
  for (const own of ownTasks(trace.traceEvents)) {
    longest = Math.max(longest, own);
    total += own;
  }
  return { longest, total };
}
