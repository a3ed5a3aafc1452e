/** How much a file may ask of this machine. */
export interface FileLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all its parts together, unpacked. */
  readonly unpackedBytes: number;
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Cells with a value, formula or format of their own, in all sheets together. */
  readonly cells: number;
  /** Characters of all cells together; a text that many cells share counts for each, as it is sent for each. */
  readonly characters: number;
}

const megabyte = 1024 * 1024;

/** Room for several hundred thousand rows; far below what would exhaust a browser tab. */
export const defaultLimits: FileLimits = {
  fileBytes: 256 * megabyte,
  unpackedBytes: 1024 * megabyte,
  partBytes: 448 * megabyte,
  cells: 8_000_000,
  characters: 200_000_000,
};

export const maximumRows = 1_048_576;
export const maximumColumns = 16_384;
