import type { ReadValue, TableReading } from '../../../src/reading/types';
import { visitDiary } from '../../../src/templates/visit-diary';
import { visitPlan } from '../../../src/templates/visit-plan';
import type { BuildRequest } from '../../../src/templates/types';
import { request, tableReading, type ColumnGiven } from '../readings';

export interface Visit {
  readonly date: number | null;
  readonly person: string | null;
  readonly customer: string | null;
  readonly content?: string;
  readonly owner?: string;
  readonly due?: number;
  readonly done?: number;
  readonly status?: string;
  readonly next?: number;
}

export function visitsReading(visits: readonly Visit[], sheet = '走访'): TableReading {
  const column = (
    field: ColumnGiven['field'],
    header: string,
    of: (visit: Visit) => ReadValue,
  ): ColumnGiven => ({
    field,
    header,
    values: visits.map(of),
  });
  return tableReading(sheet, 'visits', [
    column('date', '走访日期', ({ date }) => date),
    column('person', '走访人', ({ person }) => person),
    column('customer', '客户', ({ customer }) => customer),
    column('content', '客户意见', ({ content }) => content ?? null),
    column('owner', '督办人', ({ owner }) => owner ?? null),
    column('due_date', '要求办结', ({ due }) => due ?? null),
    column('done_date', '办结时间', ({ done }) => done ?? null),
    column('status', '状态', ({ status }) => status ?? null),
    column('next_date', '下次走访', ({ next }) => next ?? null),
  ]);
}

export interface Listed {
  readonly name: string;
  readonly class?: string;
  readonly region?: string;
  readonly person?: string;
}

export function listReading(customers: readonly Listed[], sheet = '客户名单'): TableReading {
  const column = (
    field: ColumnGiven['field'],
    header: string,
    of: (listed: Listed) => ReadValue,
  ): ColumnGiven => ({
    field,
    header,
    values: customers.map(of),
  });
  return tableReading(sheet, 'customers', [
    column('customer', '客户名称', ({ name }) => name),
    column('class', '级别', (listed) => listed.class ?? null),
    column('region', '片区', (listed) => listed.region ?? null),
    column('person', '客户经理', (listed) => listed.person ?? null),
  ]);
}

export function diaryRequest(
  visits: readonly Visit[],
  customers: readonly Listed[] = [],
  change: Partial<BuildRequest> = {},
): BuildRequest {
  return request(visitsReading(visits), {
    companions: { more: [], customers: customers.length > 0 ? [listReading(customers)] : [] },
    options: { 'as-of': 'newest' },
    ...change,
  });
}

export function planRequest(
  visits: readonly Visit[],
  customers: readonly Listed[] = [],
  change: Partial<BuildRequest> = {},
): BuildRequest {
  return diaryRequest(visits, customers, { options: { span: 'week', holidays: 'china' }, ...change });
}

export { visitDiary, visitPlan };
