/** Rows of texts ↔ the tab-separated text that spreadsheets put on the clipboard. */

/** A field with a tab, a line break or a leading quote is quoted, quotes doubled. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const field = (text: string): string =>
    /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(field).join('\t')).join('\r\n');
}

/** Reads what `toTsv`, Excel, Numbers, LibreOffice or a web page wrote; always a full rectangle. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const separator = /[\t\r\n]/g;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at) : null;
    if (quoted) {
      row.push(quoted.value);
      at = quoted.end;
    } else {
      separator.lastIndex = at;
      const end = separator.exec(text)?.index ?? text.length;
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === '\t') at++;
    else if (at >= text.length) {
      endRow();
      break;
    } else {
      endRow();
      at += text.startsWith('\r\n', at) ? 2 : 1;
      // A line break at the very end closes the last row, it opens none.
      if (at >= text.length) break;
    }
  }
  const width = rows.reduce((widest, fields) => Math.max(widest, fields.length), 1);
  return rows.map((fields) => [...fields, ...Array<string>(width - fields.length).fill('')]);
}

/** A quoted field is one only when its closing quote ends the field; otherwise the quote is plain text. */
function quotedField(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at++;
    } else {
      const next = text[at + 1];
      return next === undefined || next === '\t' || next === '\r' || next === '\n'
        ? { value, end: at + 1 }
        : null;
    }
  }
  return null;
}

/** How often a block of cells is repeated to fill a larger target, as in Excel: whole multiples only. */
export function pasteSize(
  source: { readonly rows: number; readonly columns: number },
  target: { readonly rows: number; readonly columns: number },
): { readonly rows: number; readonly columns: number } {
  const fits = (have: number, want: number): number => (want > have && want % have === 0 ? want : have);
  return { rows: fits(source.rows, target.rows), columns: fits(source.columns, target.columns) };
}
