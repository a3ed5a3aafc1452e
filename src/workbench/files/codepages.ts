/**
 * Windows code pages for SheetJS by the platform's own text decoders, in the shape of the table that it asks for.
 * Its own table would add half a megabyte.
 */
const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  54936: 'gb18030',
  65001: 'utf-8',
};

const decoders = new Map<number, TextDecoder>();

function decoderOf(codepage: number): TextDecoder {
  const known = decoders.get(codepage);
  if (known !== undefined) return known;
  const windows = codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'windows-1252';
  // A mark at the start is a character of the cell's text, not of the encoding.
  const decoder = new TextDecoder(labels[codepage] ?? windows, { ignoreBOM: true });
  decoders.set(codepage, decoder);
  return decoder;
}

type Bytes = Uint8Array | readonly number[] | string;

function bytesOf(data: Bytes): Uint8Array {
  if (typeof data === 'string') return Uint8Array.from(data, (character) => character.charCodeAt(0) & 0xff);
  return data instanceof Uint8Array ? data : Uint8Array.from(data);
}

export const codepages = {
  utils: {
    decode: (codepage: number, data: Bytes): string => decoderOf(codepage).decode(bytesOf(data)),
    /** Only texts of eight-bit characters are ever asked for while reading. */
    encode: (_codepage: number, text: string): Uint8Array => bytesOf(text),
  },
};
