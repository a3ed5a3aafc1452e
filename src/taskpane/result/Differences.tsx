import { Link, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BuildResult, CellConflict } from '../../excel';
import type { PaneTexts } from '../../locales/paneTexts';
import { usePane } from '../context';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import type { Daybook } from '../useDaybook';

const MOST = 200;

/** One place that a person should look at, with both versions of each cell. */
export interface Difference {
  readonly kind: keyof PaneTexts['pane']['differenceKinds'];
  readonly sheet: string;
  readonly address: string;
  readonly cells: readonly CellConflict[];
}

export function differencesOf({ changes, kept }: BuildResult): readonly Difference[] {
  return [
    ...changes.flatMap(({ sheet, differences }) =>
      differences.map((difference) => ({ ...difference, sheet })),
    ),
    ...kept.map((cell) => ({
      kind: 'cell' as const,
      sheet: cell.sheet,
      address: cell.address,
      cells: [cell],
    })),
  ];
}

interface Props {
  readonly differences: readonly Difference[];
  readonly daybook: Daybook;
}

/** Where the person's own cells and the source disagree; nothing of it was overwritten. */
export function Differences({ differences, daybook }: Props): ReactNode {
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  return (
    <Section heading={pane.differences}>
      <ul className={common.list}>
        {differences.slice(0, MOST).map(({ kind, sheet, address, cells }) => (
          <li key={`${sheet}!${address}`} className={common.item}>
            <Link as="button" onClick={() => daybook.show(sheet, address)}>
              {sheet} {address}
            </Link>{' '}
            <span className={common.quiet}>{pane.differenceKinds[kind]}</span>
            {cells.map((cell) => (
              <p key={cell.address} className={mergeClasses(common.paragraph, common.quiet)}>
                {cell.address}: {pane.conflict(cell)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {differences.length > MOST && (
        <p className={mergeClasses(common.paragraph, common.quiet)}>
          {pane.andMore({ n: differences.length - MOST })}
        </p>
      )}
    </Section>
  );
}
