import { Badge, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import { ROLES, type Role, type SheetReading, type TableReading } from '../../reading/types';
import { usePane } from '../context';
import { findingsOf } from '../findings';
import type { Book } from '../state';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  heading: { margin: `0 0 ${tokens.spacingVerticalXS} 0` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 8.5rem',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '100%',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  role: { minHeight: '44px', '& > select': { minHeight: '44px' } },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
}

interface RowProps extends Props {
  readonly sheet: SheetReading;
  readonly table: TableReading | undefined;
  readonly hidden: boolean;
}

/** One table of a sheet (or a sheet without any), with what it was recognised as; the person may say otherwise. */
function TableRow({ daybook, book, sheet, table, hidden }: RowProps): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { pane, reading } = texts;
  const findings = table ? findingsOf(table).length : 0;
  const show = (): void => daybook.show(sheet.sheet, table && areaAddress(table.area));
  return (
    <li className={styles.row}>
      <div style={{ minWidth: 0 }}>
        <Link
          className={styles.name}
          as="button"
          onClick={show}
          title={pane.goToSheet({ sheet: sheet.sheet })}
        >
          {sheet.sheet}
        </Link>
        <div className={styles.facts}>
          <Text size={200}>{table ? pane.rowCount({ n: table.rows.length }) : pane.noTable}</Text>
          {hidden && <Text size={200}>{pane.hiddenSheet}</Text>}
          {findings > 0 && (
            <Badge appearance="tint" color="warning">
              {pane.findingsCount({ n: findings })}
            </Badge>
          )}
        </div>
      </div>
      {table && (
        <Select
          className={styles.role}
          aria-label={pane.roleOf({ sheet: sheet.sheet })}
          value={table.role}
          disabled={daybook.state.work !== null}
          onChange={(_event, { value }) => daybook.choose(book, table, { role: value as Role })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {reading.roles[role]}
            </option>
          ))}
        </Select>
      )}
    </li>
  );
}

/** Every sheet of the workbook, in its order. */
export function SheetList({ daybook, book }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const headingId = useId();
  const isHidden = (name: string): boolean =>
    book.scan.grid.sheets.some((grid) => grid.name === name && !grid.visible);
  return (
    <section aria-labelledby={headingId}>
      <Text as="h2" id={headingId} className={styles.heading} weight="semibold" block>
        {texts.pane.sheets}
      </Text>
      <ul className={styles.list}>
        {book.reading.sheets.flatMap((sheet) =>
          (sheet.tables.length > 0 ? sheet.tables : [undefined]).map((table, index) => (
            <TableRow
              key={`${sheet.sheet}\n${index}`}
              daybook={daybook}
              book={book}
              sheet={sheet}
              table={table}
              hidden={isHidden(sheet.sheet)}
            />
          )),
        )}
      </ul>
    </section>
  );
}
