/** Length of a text in UTF-8, with its quotes and an allowance for escaped ones. */
function textBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += unit === 0x22 || unit === 0x5c ? 4 : unit < 0x20 ? 7 : 1;
    else bytes += unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

/** About how many bytes a row of cells takes in a request or an answer. */
export function rowBytes(row: readonly unknown[]): number {
  let bytes = 2;
  for (const cell of row) {
    if (typeof cell === 'string') bytes += textBytes(cell) + 1;
    else if (typeof cell === 'number') bytes += 18;
    else bytes += 6;
  }
  return bytes;
}

/** Bytes of a matrix, measured on at most `samples` rows spread over it. */
export function estimateBytes(rows: readonly (readonly unknown[])[], samples = 200): number {
  if (rows.length === 0) return 0;
  const step = Math.max(1, Math.floor(rows.length / samples));
  let bytes = 0;
  let measured = 0;
  for (let index = 0; index < rows.length; index += step) {
    bytes += rowBytes(rows[index] ?? []);
    measured++;
  }
  return (bytes / measured) * rows.length;
}
