/** A visit log as columns: row i of each belongs to one visit. Names match without spaces around them. */
export interface VisitRows {
  readonly customers: readonly (string | null)[];
  readonly people: readonly (string | null)[];
  /** Serials; null where there is none. */
  readonly dates: readonly (number | null)[];
}

/** Rows with a customer and a day, by customer in the order of the log. */
export function rowsByCustomer({ customers, dates }: Omit<VisitRows, 'people'>): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < customers.length; row++) {
    const customer = customers[row]?.trim();
    if (!customer || typeof dates[row] !== 'number') continue;
    const list = rows.get(customer);
    if (list) list.push(row);
    else rows.set(customer, [row]);
  }
  return rows;
}
