import type { VisitRows } from './log';

/** One person's day in the field. */
export interface PersonDay {
  readonly person: string;
  readonly day: number;
  readonly visits: number;
  /** Different customers; visits without a customer's name count one each. */
  readonly customers: number;
}

interface Day {
  visits: number;
  unnamed: number;
  readonly names: Set<string>;
}

/** Every person's days with a visit, by person as they first come in the log, then by day. */
export function personDays({ people, dates, customers }: VisitRows): PersonDay[] {
  const persons = new Map<string, Map<number, Day>>();
  for (let row = 0; row < people.length; row++) {
    const person = people[row]?.trim();
    const date = dates[row];
    if (!person || date === null || date === undefined) continue;
    let days = persons.get(person);
    if (!days) persons.set(person, (days = new Map<number, Day>()));
    const day = Math.floor(date);
    let entry = days.get(day);
    if (!entry) days.set(day, (entry = { visits: 0, unnamed: 0, names: new Set<string>() }));
    entry.visits++;
    const customer = customers[row]?.trim();
    if (customer) entry.names.add(customer);
    else entry.unnamed++;
  }
  return [...persons].flatMap(([person, days]) =>
    [...days]
      .sort(([a], [b]) => a - b)
      .map(([day, { visits, unnamed, names }]) => ({ person, day, visits, customers: names.size + unnamed })),
  );
}
