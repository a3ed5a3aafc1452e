/** Writes the ribbon's menus and their texts into manifest.xml, from the catalog: `npx tsx test/tools/make-ribbon.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { texts } from '../../src/locales';
import { templateTexts } from '../../src/locales/templateTexts';
import { catalog } from '../../src/templates/catalog';
import { FAMILIES, type Family, type TemplateEntry } from '../../src/templates/types';

const MANIFEST = path.resolve(__dirname, '../../manifest.xml');
const entries: readonly TemplateEntry[] = catalog;
const [en, zh] = [texts('en'), texts('zh-CN')];
/** A tip takes no more. */
const TIP_LENGTH = 250;

/** 'monthly-summary' to 'MonthlySummary' */
function pascal(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function string(id: string, english: string, chinese: string): string[] {
  return [
    `<bt:String id="${id}" DefaultValue="${escaped(english)}">`,
    `  <bt:Override Locale="zh-CN" Value="${escaped(chinese)}" />`,
    '</bt:String>',
  ];
}

const face = (name: string): string[] => [
  `<Label resid="${name}.Label" />`,
  '<Supertip>',
  `  <Title resid="${name}.Label" />`,
  `  <Description resid="${name}.Tip" />`,
  '</Supertip>',
  '<Icon>',
  ...[16, 32, 80].map((size) => `  <bt:Image size="${size}" resid="Icon.${size}" />`),
  '</Icon>',
];

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => ' '.repeat(by) + line);

function item({ id }: TemplateEntry): string[] {
  const name = pascal(id);
  return [
    `<Item id="Daybook.${name}">`,
    ...indented(face(name), 2),
    '  <Action xsi:type="ExecuteFunction">',
    `    <FunctionName>${id}</FunctionName>`,
    '  </Action>',
    '</Item>',
  ];
}

function menu(family: Family, members: readonly TemplateEntry[]): string[] {
  const name = `Family.${pascal(family)}`;
  return [
    `<Control xsi:type="Menu" id="Daybook.${name}">`,
    ...indented(face(name), 2),
    '  <Items>',
    ...indented(members.flatMap(item), 4),
    '  </Items>',
    '</Control>',
  ];
}

function tip(text: string): string {
  if (text.length > TIP_LENGTH) throw new Error(`Longer than ${TIP_LENGTH} characters: ${text}`);
  return text;
}

function inserted(xml: string, part: string, lines: readonly string[]): string {
  const between = new RegExp(`^( *)(<!-- ${part}: .*? -->\\n)[^]*?(^ *<!-- /${part} -->)`, 'm');
  if (!between.test(xml)) throw new Error(`manifest.xml has no place for ${part}`);
  return xml.replace(between, (_, indent: string, begin: string, end: string) =>
    [indent + begin, ...indented(lines, indent.length).map((line) => `${line}\n`), end].join(''),
  );
}

/** The manifest with the ribbon that belongs to today's catalog. */
export function withRibbon(xml: string): string {
  const families = FAMILIES.map(
    (family) => [family, entries.filter((entry) => entry.family === family)] as const,
  ).filter(([, members]) => members.length > 0);
  const named = (family: Family): string => `Family.${pascal(family)}`;
  const labels = families.flatMap(([family, members]) => [
    ...string(`${named(family)}.Label`, en.families[family], zh.families[family]),
    ...members.flatMap(({ id }) =>
      string(`${pascal(id)}.Label`, templateTexts(en, id).name, templateTexts(zh, id).name),
    ),
  ]);
  const tips = families.flatMap(([family, members]) => {
    const names = (language: typeof en): string[] =>
      members.map(({ id }) => templateTexts(language, id).name);
    return [
      ...string(`${named(family)}.Tip`, tip(names(en).join(', ')), tip(names(zh).join('、'))),
      ...members.flatMap(({ id }) =>
        string(`${pascal(id)}.Tip`, tip(templateTexts(en, id).about), tip(templateTexts(zh, id).about)),
      ),
    ];
  });
  const menus = families.flatMap(([family, members]) => menu(family, members));
  return inserted(inserted(inserted(xml, 'menus', menus), 'labels', labels), 'tips', tips);
}

if (require.main === module) writeFileSync(MANIFEST, withRibbon(readFileSync(MANIFEST, 'utf8')));
