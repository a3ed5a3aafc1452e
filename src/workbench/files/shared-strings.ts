import { decodeCellText, TagScanner } from './xml';

export interface SharedStrings {
  readonly texts: string[];
  /** Which of them carry formats of their own inside. */
  readonly rich: ReadonlySet<number>;
}

/** The text table that cells point into. Reading aids (ruby) are left out, as Excel leaves them out of values. */
export function readSharedStrings(xml: string): SharedStrings {
  const texts: string[] = [];
  const rich = new Set<number>();
  const scanner = new TagScanner(xml);
  let text = '';
  let inItem = false;
  let phonetic = 0;
  let textFrom = -1;
  while (scanner.next()) {
    switch (scanner.name) {
      case 'si':
        if (scanner.closing || scanner.selfClosing) {
          texts.push(text);
          text = '';
          inItem = false;
        } else {
          text = '';
          inItem = true;
        }
        break;
      case 'rPh':
        if (!scanner.selfClosing) phonetic += scanner.closing ? -1 : 1;
        break;
      case 'rPr':
        if (inItem && !scanner.closing) rich.add(texts.length);
        break;
      case 't':
        if (scanner.closing) {
          if (textFrom >= 0 && phonetic === 0) text += decodeCellText(xml.slice(textFrom, scanner.start));
          textFrom = -1;
        } else if (!scanner.selfClosing) {
          textFrom = scanner.end;
        }
        break;
    }
  }
  return { texts, rich };
}

/** The text of an inline string, from its XML. */
export function inlineText(xml: string): { readonly text: string; readonly rich: boolean } {
  const { texts, rich } = readSharedStrings(`<si>${xml}</si>`);
  return { text: texts[0] ?? '', rich: rich.size > 0 };
}
