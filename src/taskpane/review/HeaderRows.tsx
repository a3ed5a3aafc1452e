import { Button, Field as LabelledField, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { TableChoices, TableOutline } from '../../reading/types';
import { usePane } from '../context';

const useStyles = makeStyles({
  header: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalS,
  },
  target: { minHeight: '44px', minWidth: 0 },
});

interface Props {
  readonly table: TableOutline;
  readonly disabled: boolean;
  readonly onChoose: (table: TableOutline, choices: TableChoices) => void;
}

/** Where the column names stand, for a sheet whose header was not found or was found in the wrong rows. */
export function HeaderRows({ table, disabled, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  const [first, setFirst] = useState(String((table.headerRows?.[0] ?? table.area.row) + 1));
  const [last, setLast] = useState(String((table.headerRows?.[1] ?? table.area.row) + 1));
  const rows: readonly [number, number] = [Number(first) - 1, Number(last) - 1];
  const valid = Number.isInteger(rows[0]) && Number.isInteger(rows[1]) && rows[0] >= 0 && rows[1] >= rows[0];
  const box = (label: string, value: string, set: (value: string) => void): ReactNode => (
    <LabelledField label={label}>
      <Input
        className={styles.target}
        type="number"
        min={1}
        value={value}
        onChange={(_event, { value: typed }) => set(typed)}
      />
    </LabelledField>
  );
  return (
    <div className={styles.header}>
      {box(pane.headerFrom, first, setFirst)}
      {box(pane.headerTo, last, setLast)}
      <Button
        className={styles.target}
        disabled={!valid}
        disabledFocusable={disabled}
        onClick={() => onChoose(table, { headerRows: rows })}
      >
        {pane.readAgain}
      </Button>
    </div>
  );
}
