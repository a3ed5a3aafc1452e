/** How long the pane's own code holds the thread that it shares with the stand-in, from a sampled profile. */
import type { CDPSession, Page } from 'playwright-core';

/** A part of Chrome's profile: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds between a sample and the one before. */
  readonly timeDeltas: readonly number[];
}

export interface OwnTime {
  /** Milliseconds. */
  readonly longest: number;
  readonly total: number;
}

const SAMPLE_MICROSECONDS = 1000;

/** Memory is swept up during somebody's work: it goes on, and is nobody's by itself. */
const SWEEPING = '(garbage collector)';

type Owner = 'pane' | 'other' | 'sweeping';

/** Whose each node of the profile is: the pane's where its scripts, or office.js for it, are on the stack. */
function owners({ nodes }: Profile): ReadonlyMap<number, Owner> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    nodes.map(({ id, callFrame }) => {
      if (callFrame.functionName === SWEEPING) return [id, 'sweeping'];
      for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
        const url = byId.get(at)?.callFrame.url ?? '';
        if (url.includes('/workbench/')) return [id, 'other'];
        if (url.startsWith('http')) return [id, 'pane'];
      }
      return [id, 'other'];
    }),
  );
}

export function ownTimeOf(profile: Profile): OwnTime {
  const owner = owners(profile);
  let longest = 0;
  let total = 0;
  let block = 0;
  profile.samples.forEach((node, index) => {
    const whose = owner.get(node);
    const milliseconds = (profile.timeDeltas[index + 1] ?? 0) / 1000;
    if (whose === 'pane') {
      block += milliseconds;
      total += milliseconds;
    } else if (whose === 'sweeping' && block > 0) block += milliseconds;
    else block = 0;
    longest = Math.max(longest, block);
  });
  return { longest, total };
}

/** Profiles what happens while `work` goes on. */
export async function ownTime(page: Page, work: () => Promise<void>): Promise<OwnTime> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return ownTimeOf(profile as Profile);
}
