/** Sentences and words of the functions of growth, shares and targets. */
export const growthErrors = {
  'series-too-short': () => 'values has fewer than two periods. Select the figures of at least two.',
  'no-base': () => 'The figure to compare with is zero or negative: there is no rate.',
  'no-whole': (d: { argument: string }) =>
    `${d.argument} adds up to zero or less: there are no shares of it.`,
  'no-target': () => 'The target is blank, zero or negative. Fill in the target.',
  'periods-passed': (d: { done: number; periods: number }) =>
    `done is ${d.done}, more than the ${d.periods} periods. Check both.`,
  'split-weight-negative': (d: { position: number }) =>
    `weights, cell ${d.position}: the weight is negative. Give 0 or more.`,
  'split-weights-zero': () => 'weights are all blank or 0. Give at least one weight.',
  'split-target-finer': (d: { target: number; decimals: number }) =>
    `target ${d.target} has more than ${d.decimals} decimals, so parts with ${d.decimals} can't add up to it. Round it, or give more decimals.`,
};

export const growthWords = {
  audit: {
    methods: {
      total: 'total',
      arithmetic: 'total ÷ steps',
      compound: 'compound',
      mean: 'mean of rates',
      'arithmetic-by-count': 'total ÷ number of periods',
      'compound-by-count': 'compound by number of periods',
    },
    verdicts: { exact: 'fits', rounding: 'fits unrounded', off: 'does not fit' },
  },
  summary: {
    previous: {
      up: (rate: string) => `up ${rate} on the period before`,
      down: (rate: string) => `down ${rate} on the period before`,
      flat: 'level with the period before',
      none: 'with no earlier figure to compare',
    },
    year: {
      up: (rate: string) => `up ${rate} on a year earlier`,
      down: (rate: string) => `down ${rate} on a year earlier`,
      flat: 'level with a year earlier',
      none: 'with no figure a year earlier to compare',
    },
    target: (rate: string) => `${rate} of target`,
    noTarget: 'with no target to compare',
    sentence: (label: string, figure: string, clauses: readonly string[]) => {
      const last = clauses.at(-1) ?? '';
      const others = clauses.slice(0, -1).join(', ');
      const said = others === '' ? last : `${others} and ${last}`;
      return `${label} was ${figure}${said === '' ? '' : `, ${said}`}.`;
    },
  },
};
