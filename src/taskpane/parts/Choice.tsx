import { makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  select: { minWidth: 0, '& > select': { minHeight: '44px', textOverflow: 'ellipsis' } },
});

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
  readonly disabled?: boolean;
}

interface Props<Value extends string> {
  readonly label?: string;
  readonly id?: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly disabled?: boolean;
  readonly describedBy?: string;
  /** A choice is being worked on: until it is done, what was chosen is shown. */
  readonly pending?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of several; stays where the focus is while the choice is worked on. */
export function Choice<Value extends string>(props: Props<Value>): ReactNode {
  const { label, id, value, options, disabled, describedBy, pending = false, onChoose } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState<Value | null>(null);
  if (chosen !== null && !pending) setChosen(null);
  const shown = pending ? (chosen ?? value) : value;
  return (
    <Select
      className={styles.select}
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      value={shown}
      disabled={disabled}
      title={options.find((option) => option.value === shown)?.text}
      onChange={(_event, { value: next }) => {
        setChosen(next as Value);
        onChoose(next as Value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.text}
        </option>
      ))}
    </Select>
  );
}
