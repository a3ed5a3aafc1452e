/** Why something can't be done, as data. src/locales makes the sentence from the code and the details. */

export type Details = Readonly<Record<string, string | number>>;

export class DaybookError extends Error {
  constructor(
    readonly code: string,
    readonly details: Details = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DaybookError';
  }
}
