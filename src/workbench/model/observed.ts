/** An array that tells when items come, go or change places. */
export function observedArray<T>(changed: () => void): T[] {
  return new Proxy<T[]>([], {
    set(items, key, value, receiver) {
      const before: unknown = Reflect.get(items, key, receiver);
      const done = Reflect.set(items, key, value, receiver);
      if (before !== value) changed();
      return done;
    },
  });
}

/** Gives an object fields that tell when they are set, and may refuse a value first by throwing. */
export function observeFields<T extends object>(
  target: T,
  fields: Partial<T>,
  changed: () => void,
  check?: (field: string, value: never) => void,
): void {
  for (const [field, initial] of Object.entries(fields)) {
    let held: unknown = initial;
    Object.defineProperty(target, field, {
      enumerable: true,
      get: () => held,
      set(value: never) {
        if (value === held) return;
        check?.(field, value);
        held = value;
        changed();
      },
    });
  }
}
