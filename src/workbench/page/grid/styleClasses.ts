import type { CSSProperties } from 'react';

/** Class names for looks: thousands of cells share a few dozen of them, and a class is cheaper than inline styles. */
export interface StyleClasses {
  of(css: CSSProperties): string;
}

/** Puts each look once into a style sheet of the document. */
export function createStyleClasses(): StyleClasses {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const names = new Map<string, string>();
  return {
    of: (css) => {
      const body = cssText(css);
      if (body === '') return '';
      let name = names.get(body);
      if (name === undefined) {
        name = `look-${names.size}`;
        names.set(body, name);
        // Twice the class, so that a look goes before the general rules for cells.
        sheet.insertRule(`.${name}.${name}{${body}}`, sheet.cssRules.length);
      }
      return name;
    },
  };
}

/** {borderTop: '1px solid'} → "border-top:1px solid". */
export function cssText(css: CSSProperties): string {
  return Object.entries(css)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(value)}`,
    )
    .join(';');
}
