import { REASONS } from '../../domain/retention/warnings';
import { fixedCell, literal, sentence } from '../formula';
import type { ReasonTable, WatchContext } from './context';
import type { Indicators } from './indicators';

/** Two sentences: who is warned of and what was done; the three indicators. */
export function watchSentences(
  { t }: WatchContext,
  { rows, tasks, done }: Indicators,
  reasons: ReasonTable,
): readonly { readonly expression: string; readonly like: string }[] {
  const [handled, kept, churn] = rows;
  if (!handled || !kept || !churn) throw new Error('three indicators');
  const count = (expression: string): string => `TEXT(${expression},"#,##0")`;
  const users = Object.fromEntries(
    REASONS.map((reason, index) => [
      reason,
      count(fixedCell({ row: reasons.users.row + index, column: reasons.users.column })),
    ]),
  );
  const warned = sentence(t.prose.warned, { ...users, tasks: count(tasks), done: count(done) });
  const told = (row: typeof handled, text: string): string => {
    const said = sentence(text, {
      rate: `TEXT(${row.rate},"0.0%")`,
      limit: `TEXT(${row.limit},"0.0%")`,
      part: count(row.part),
      whole: count(row.whole),
      result: row.result,
    });
    return `IF(ISNUMBER(${row.rate}),${said},"")`;
  };
  return [
    { expression: `IF(${tasks}=0,${literal(t.prose.none)},${warned})`, like: t.prose.warnedLike },
    {
      expression: [told(handled, t.prose.handled), told(kept, t.prose.kept), told(churn, t.prose.churn)].join(
        '&',
      ),
      like: t.prose.indicatorsLike,
    },
  ];
}
