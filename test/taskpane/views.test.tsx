/** @jest-environment ./test/tools/office-dom-environment */
import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { templateTexts } from '../../src/locales/templateTexts';
import type { Locale } from '../../src/locales';
import {
  bookRead,
  button,
  closePane,
  findHeading,
  keptWorkbook,
  openPane,
  templateButton,
  type OpenPane,
} from './pane';

jest.setTimeout(120_000);

/** What a page of its own must hold: no violation, a heading order without gaps, a name for everything that acts. */
async function expectAccessible(): Promise<void> {
  const { violations } = await axe(document.body, { rules: { region: { enabled: true } } });
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
  const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  for (const control of [...screen.queryAllByRole('button'), ...screen.queryAllByRole('combobox')]) {
    expect([
      control.outerHTML,
      control.textContent || control.getAttribute('aria-label') || labelOf(control),
    ]).toEqual([control.outerHTML, expect.stringMatching(/\S/)]);
  }
}

const labelOf = (control: HTMLElement): string =>
  [...((control as HTMLSelectElement).labels ?? [])].map((label) => label.textContent).join('');

async function walk(pane: OpenPane, look: (view: string) => Promise<void>): Promise<void> {
  const { pane: words } = pane.texts;
  const { name: title } = templateTexts(pane.texts, 'monthly-summary');
  await look('reading');
  await bookRead(pane);
  await look('book');
  // What the findings are said with is loaded on the first look; React wants that waited for.
  await act(() => pane.user.click(screen.getByRole('button', { name: words.findingsCount({ n: 2 }) })));
  await screen.findByRole('button', { name: 'F10' });
  await look('book with findings');
  await pane.user.click(templateButton(pane, 'monthly-summary'));
  await screen.findByRole('heading', { level: 2, name: words.figures }, { timeout: 20_000 });
  for (const fold of document.querySelectorAll('summary')) await pane.user.click(fold);
  await look('review');
  await pane.user.click(button(words.build));
  await findHeading(words.built({ title }));
  await look('result');
  await pane.user.click(button(words.undo));
  await findHeading(words.yourWorkbook);
  await look('undone');
}

afterEach(closePane);

test.each<Locale>(['zh-CN', 'en'])('every view can be used without sight (%s)', async (locale) => {
  await keptWorkbook(locale);
  const pane = await openPane();
  const seen: string[] = [];
  await walk(pane, async (view) => {
    expect(document.documentElement.lang).toBe(locale);
    await expectAccessible();
    seen.push(view);
  });
  expect(seen).toHaveLength(6);
});

test('live: work and its end are said in one place that is always there', async () => {
  await keptWorkbook();
  const pane = await openPane();
  const { pane: words } = pane.texts;
  const status = screen.getByRole('status');
  expect(status.textContent).toBe(words.reading);
  await bookRead(pane);
  expect(screen.getByRole('status')).toBe(status);
  expect(status.textContent).toBe(words.bookSummary({ sheets: 3, tables: 1 }));
});

test('long names stay inside: cut with the whole name at hand, or broken', async () => {
  const name = '二〇二四年度政企客户订单登记台账汇总（全）最终版';
  await keptWorkbook();
  workbook.renameSheet(workbook.sheets[0]!, name);
  const pane = await openPane();
  await bookRead(pane);
  expect(button(name).title).toContain(name);
});

test('nothing in English is left in the Chinese pane', async () => {
  await keptWorkbook();
  const pane = await openPane();
  await walk(pane, () => {
    const words = document.body.textContent.match(/[A-Za-z]{3,}/g) ?? [];
    expect(words.filter((word) => !/^(DD\d*|ARPU|English|Excel|Daybook)$/.test(word))).toEqual([]);
    return Promise.resolve();
  });
});
