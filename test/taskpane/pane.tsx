/** The whole pane over the real src/excel, the real office.js and a workbook, for tests. */
import { cleanup, render, screen, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { texts, type Locale, type Texts } from '../../src/locales';
import { App } from '../../src/taskpane/App';
import { Dressed } from '../../src/taskpane/Dressed';
import { dressStore } from '../../src/taskpane/dress';
import { excelHost, type Host } from '../../src/taskpane/host';
import type { TemplateId } from '../../src/templates/catalog';

export interface OpenPane extends RenderResult {
  readonly user: UserEvent;
  readonly texts: Texts;
}

/** Serial of 1 January 2024. */
export const NEW_YEAR = 45292;

/** An order sheet as people keep it: a title, a header, orders, a total; one amount and one date can't be read. */
export function orderRows(count: number, locale: Locale = 'zh-CN'): (string | number | null)[][] {
  const header =
    locale === 'zh-CN'
      ? ['订单号', '下单日期', '客户名称', '客户经理', '产品', '金额']
      : ['Order ID', 'Order date', 'Customer', 'Client manager', 'Product', 'Amount'];
  const people = locale === 'zh-CN' ? ['周文博', '林晓'] : ['Ann Lee', 'Bo Chen'];
  const rows = Array.from({ length: count }, (_, index) => [
    `DD${1001 + index}`,
    index === 4 ? '待定' : NEW_YEAR + index * 3,
    `${locale === 'zh-CN' ? '甲乙丙公司' : 'Company'} ${index % 7}`,
    people[index % 2] ?? '',
    index % 3 === 0 ? '互联网专线' : '云主机',
    index === 7 ? '面议' : 1000 + index * 10,
  ]);
  return [[locale === 'zh-CN' ? '2024年订单' : 'Orders 2024', null, null, null, null, null], header, ...rows];
}

/** A workbook with an order sheet, a blank sheet and one that is hidden. */
export async function keptWorkbook(locale: Locale = 'zh-CN', count = 40): Promise<void> {
  await resetWorkbook({ sheets: ['订单台账', '备忘', '旧表'], locale });
  const [orders, , old] = workbook.sheets;
  orders!.setValues({ row: 0, column: 0 }, orderRows(count, locale));
  orders!.applyStyle({ row: 2, column: 1, rows: count, columns: 1 }, { numberFormat: 'yyyy-mm-dd' });
  old!.setValues({ row: 0, column: 0 }, [['x']]);
  old!.visibility = 'hidden';
}

export async function openPane(host: Host = excelHost): Promise<OpenPane> {
  const store = await dressStore(host);
  const { locale } = store.get();
  const rendered = render(
    <Dressed host={host} store={store}>
      <App />
    </Dressed>,
  );
  return { ...rendered, user: userEvent.setup(), texts: texts(locale) };
}

/** Waits until the workbook is read. */
export async function bookRead({ texts: { pane } }: OpenPane): Promise<void> {
  await screen.findByRole('heading', { level: 2, name: pane.sheets }, { timeout: 20_000 });
}

export const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** The button that leads to the review of a template. */
export const templateButton = ({ texts }: OpenPane, template: TemplateId): HTMLElement =>
  // A built sheet may have the same name, further down.
  screen.getAllByRole('button', { name: texts.catalog[template].name })[0]!;

/** What the pane says of the sheet that a template would be built from. */
export const sourceFact = (pane: OpenPane, template: TemplateId): string =>
  templateButton(pane, template).closest('li')?.textContent ?? '';

export const findHeading = (name: string): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name }, { timeout: 30_000 });

export function closePane(): void {
  cleanup();
}
