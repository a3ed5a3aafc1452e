import type { customerProblems as en } from '../../en/problems/customers';

export const customerProblems: typeof en = {
  'no-customer-column': (d) => `“${d.sheet}”里没有认出客户列。请把写着客户名称的那一列指定为“客户”。`,
  'row-without-customer': () => '没有客户名称，本行未计入。',
  'entries-after-as-of': (d) => `${d.rows} 行的日期在截至日期之后，未计入。`,
  'customers-without-entries': (d) => `“${d.sheet}”里有 ${d.customers} 户在本数据中从未下单，无法分级。`,
  'dates-too-far-apart': (d) => `“${d.sheet}”的日期相差一百年以上。请检查日期列的读法。`,
};
