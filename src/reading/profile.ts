import type { FoundTable } from './tables';
import { halfWidth, isBlank, isErrorText, isPlaceholder, trimmed } from './text';
import { textClass, type SheetView } from './view';

/** What a sample of a column's values looks like, as shares of the cells that hold something. */
export interface Profile {
  readonly filled: number;
  /** Share of the sampled rows that hold something. */
  readonly fill: number;
  readonly number: number;
  readonly date: number;
  /** Texts of digits that are days to whoever typed them: 20240305, 3.10, or the text of a day's serial. */
  readonly dayText: number;
  readonly text: number;
  /** Numbers written or formatted as percentages. */
  readonly percent: number;
  readonly money: number;
  readonly integer: number;
  readonly phone: number;
  /** Digits that are no quantity: leading zeros, long codes, letters with digits. */
  readonly code: number;
  readonly company: number;
  readonly personName: number;
  readonly distinct: number;
  readonly length: number;
  readonly median: number;
  readonly max: number;
  readonly rising: boolean;
}

const SAMPLE = 300;
const PHONE =
  /^(?:\+?86[- ]?)?1[3-9][\d*][\d* -]{8,11}$|^1\*{6,}$|^(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}(?:-\d{1,5})?$|^[48]00-?\d{3,4}-?\d{3,4}$/;
const CODE = /^0\d+$|^\d{11,}$|^[A-Za-z]{1,6}[-_]?\d{2,}[\w-]*$|^\d+[-_]\d+[-_\d]*$|^[0-9a-f]{16,}$/;
const COMPANY =
  /(?:公司|集团|厂|店|行|院|校|局|所|中心|超市|商行|酒店|宾馆|学校|小学|中学|大学|幼儿园|医院|银行|支行|网吧|茶楼|饭店|商店|便利店|烟酒|商贸|物流|科技|贸易|实业|事务所|合作社|部|馆|城|坊|社|园|\b(?:inc|llc|ltd|corp|co|gmbh|plc|group|brothers|sons|holdings|company|corporation)\.?)\s*(?:[（(].*[)）])?$/i;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇魏呂盧鍾譚陸廖賈韋鄒';

const DAY_TEXT =
  /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])|[2-7]\d{4})$/;

function isPersonName(text: string): boolean {
  if (/^(?:客户经理|销售员|业务员|经理|员工)[\u4e00-\u9fff\dA-Z]{1,3}$/.test(text)) return true;
  return /^[\u4e00-\u9fff·]{2,4}$/.test(text) && SURNAMES.includes(text.charAt(0));
}

/** Rows spread over the whole table. */
export function sampleRows(rows: readonly number[], limit = SAMPLE): readonly number[] {
  if (rows.length <= limit) return rows;
  const step = rows.length / limit;
  return Array.from({ length: limit }, (_, index) => rows[Math.floor(index * step)] ?? 0);
}

export function profileColumn(view: SheetView, table: FoundTable, column: number): Profile {
  const rows = sampleRows(table.rows);
  const counts = {
    number: 0,
    date: 0,
    dayText: 0,
    text: 0,
    percent: 0,
    money: 0,
    integer: 0,
    phone: 0,
    code: 0,
    company: 0,
    person: 0,
  };
  const distinct = new Set<string | number | boolean>();
  const numbers: number[] = [];
  let filled = 0;
  let length = 0;
  for (const row of rows) {
    const value = view.shown(row, column);
    if (
      isBlank(value) ||
      (typeof value === 'string' && (isPlaceholder(trimmed(value)) || isErrorText(value)))
    )
      continue;
    filled += 1;
    distinct.add(value);
    const text = halfWidth(trimmed(String(value)));
    length += text.length;
    const format = view.format(row, column);
    if (typeof value === 'number') {
      if (view.dated(row, column)) counts.date += 1;
      else {
        counts.number += 1;
        numbers.push(value);
      }
      if (Number.isInteger(value)) counts.integer += 1;
      if (format.includes('%')) counts.percent += 1;
      if (/[¥￥$€£元]|_-\*|#,##0\.00/.test(format)) counts.money += 1;
    } else {
      const kind = textClass(text);
      if (kind === 'number') counts.number += 1;
      else if (kind === 'date') counts.date += 1;
      else counts.text += 1;
      if (kind === 'number' && DAY_TEXT.test(text)) counts.dayText += 1;
      if (/[%％]\s*$/.test(text)) counts.percent += 1;
      if (/[¥￥$€£]|元|\d万|\d亿/.test(text)) counts.money += 1;
      if (/^\d+$/.test(text)) counts.integer += 1;
      if (COMPANY.test(text)) counts.company += 1;
      if (isPersonName(text)) counts.person += 1;
    }
    if (PHONE.test(text)) counts.phone += 1;
    if (CODE.test(text)) counts.code += 1;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  const sorted = [...numbers].sort((a, b) => a - b);
  return {
    filled,
    fill: rows.length === 0 ? 0 : filled / rows.length,
    number: share(counts.number),
    date: share(counts.date),
    dayText: share(counts.dayText),
    text: share(counts.text),
    percent: share(counts.percent),
    money: share(counts.money),
    integer: share(counts.integer),
    phone: share(counts.phone),
    code: share(counts.code),
    company: share(counts.company),
    personName: share(counts.person),
    distinct: share(distinct.size),
    length: filled === 0 ? 0 : length / filled,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
    rising:
      numbers.length >= 3 &&
      numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? 0)),
  };
}
