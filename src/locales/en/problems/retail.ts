export const retailProblems = {
  'period-not-over': (d: { from: string; to: string }) =>
    `The period from ${d.from} has data up to ${d.to} only; it is not over and stands in no curve.`,
  'no-weeks-in-months': () => 'The sheet has months, not days: the curves are by month.',
};
