/** What the functions of visits say in their cells, by the code of the error. */
export const visitErrors = {
  'cadence-times': (d: { times: number }) =>
    `rules: ${d.times} visits can't be kept. Give a whole number from 1 on.`,
  'cadence-gap': (d: { gap: number }) =>
    `rules: ${d.gap} days between visits can't be kept. Give a whole number from 1 on, or leave the cell blank.`,
  'cadence-no-class': (d: { name: string }) =>
    `rules has no row for class “${d.name}” and none for 其他 (Others). Add one.`,
};
