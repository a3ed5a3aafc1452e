/** Something for each person and month. */
export class ByMonth<Value> {
  private readonly persons = new Map<string, Map<number, Value>>();

  get(person: string, month: number): Value | undefined {
    return this.persons.get(person)?.get(month);
  }

  set(person: string, month: number, value: Value): void {
    const months = this.persons.get(person);
    if (months) months.set(month, value);
    else this.persons.set(person, new Map([[month, value]]));
  }
}
