import type { GridValue } from './grid';
import { isLabel, rowKey } from './header';
import { simplified } from './lexicon/traditional';
import { isBlank, trimmed } from './text';
import type { SkippedRow } from './types';
import { isUnitWord } from './units';
import type { SheetView } from './view';

type Reason = SkippedRow['reason'];

const SUBTOTAL = /小计|小計|本页|本頁|sub-?\s?total/i;
const TOTAL_START =
  /^(?:合计|合計|总计|總計|总和|累计|累計|共计|共計|小计|小計|汇总|总合计|本[页頁](?:小计|合计)|本[月周期年日季](?:合计|小计|累计|共计)|(?:总|最高|最低|最大|最小|平均|均)(?:业绩|業績|销售额|销售|收入|金额|数量|人数|用户|户数|值|分|数|额|量)|平均|均值|grand\s*total|sub-?\s?total|total|totals|sum|average|avg\.?|mean|max|min|overall)(?=$|[\s:：(（\d—–\-,，、])/i;
const TOTAL_START_CJK =
  /^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|总\s*合\s*计)\s*(?:金额|数量?|额|人数|收入|户数|值|销量|销售额|完成)?(?=$|[\s:：(（\d—–\-,，、])/;
const TOTAL_END =
  /(?:合\s*计|合\s*計|总\s*计|總\s*計|小\s*计|小\s*計|汇总|累计|\b(?:sub-?)?total)\s*[:：)）]?$/i;
const TOTAL_INSIDE =
  /^(?:本[月周期年日季页頁]|全[年月部市县区省])?.{0,10}(?:合计|合計|总计|總計|小计|小計|共计|累计).{0,3}[:：].{0,12}$/;

/** Signs of such a label; most texts of a sheet have none and need no closer look. */
const SUMMING = /[计計总總汇匯最均共]|total|sum|av(?:era)?g|mean|max|min|overall/i;

/** Whether a label says that its row sums up others. */
export function totalKind(text: string): 'total' | 'subtotal' | null {
  if (text === '' || text.length > 30) return null;
  if (!SUMMING.test(text)) return null;
  const label = simplified(text.trim());
  if (
    TOTAL_START.test(label) ||
    TOTAL_START_CJK.test(label) ||
    TOTAL_END.test(label) ||
    TOTAL_INSIDE.test(label)
  ) {
    return SUBTOTAL.test(label) ? 'subtotal' : 'total';
  }
  return null;
}

const NOTE_START =
  /^\s*(?:注\s*\d*\s*[:：.、]|注释|附注|备注\s*[:：]|说明\s*[:：]|填表说明|填报说明|填写说明|附\s*[:：]|※|\*|★|备\s*注\s*[:：]|数据来源|来源\s*[:：]|资料来源|note\s*[s]?\s*[:：]|notes?\b|source\s*:|remark[s]?\s*:|prepared\s+by|approved\s+by)/i;
const SIGNATURE =
  /^\s*(?:制\s*表|填\s*表|填\s*报|审\s*核|审\s*批|复\s*核|主\s*管|经\s*办|负责人\s*[:：]|领导|签\s*字|签\s*名|签\s*章|主办会计|会\s*计|出\s*纳|副?经\s*理\s*[:：]|部门负责人|单位负责人|本人确认|确认签字|打印|制单|报送|日\s*期\s*[:：]|signature|signed|prepared|approved|checked)/i;

/** A line that talks about the table instead of being a row of it. */
export function isNote(text: string): boolean {
  return NOTE_START.test(text) || (SIGNATURE.test(text) && /[:：]|签|signed|prepared|approved/i.test(text));
}

const SECTION =
  /^\s*(?:【.*】|〖.*〗|\[.*\]|[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）]|第[一二三四五六七八九十\d]+[部节章组周季]|[-—=]{2,}.*[-—=]{2,}$|>+|■|◆|●|▲|▶)/;
const SECTION_END =
  /(?:片区|区域|大区|组|部|部门|团队|分公司|支局|支行|营业部|县|市|月份?|季度|周|类|上旬|中旬|下旬|客户群|项目|line|team|region|month)\s*[:：]?$/i;

export interface BodyFacts {
  readonly columns: readonly number[];
  /** How many cells a row of this table usually fills. */
  readonly usual: number;
  /** Share of rows with a single cell: a form to fill in has many. */
  readonly sparse: number;
  readonly headerKeys: ReadonlySet<string>;
  /** First texts of the header rows: a quick look before whole rows are compared. */
  readonly headerFirsts: ReadonlySet<string>;
  /** Columns whose values are rarely texts. */
  readonly untextual: ReadonlySet<number>;
}

export interface RowLook {
  readonly filled: number;
  readonly texts: number;
  readonly firstText: string;
  readonly firstTextColumn: number;
}

/** Counts a row's cells without looking at more than is needed. */
export function lookAtRow(view: SheetView, row: number, columns: readonly number[]): RowLook {
  const cells = view.grid.values[row];
  let filled = 0;
  let texts = 0;
  let firstText = '';
  let firstTextColumn = -1;
  if (cells === undefined) return { filled, texts, firstText, firstTextColumn };
  for (const column of columns) {
    const value = cells[column];
    if (value === undefined || value === '' || isBlank(value)) continue;
    filled += 1;
    if (typeof value === 'string') {
      texts += 1;
      if (firstTextColumn < 0) {
        firstText = value;
        firstTextColumn = column;
      }
    }
  }
  return { filled, texts, firstText, firstTextColumn };
}

/** What is known of a table's rows from a sample of them. */
export function bodyFacts(
  view: SheetView,
  columns: readonly number[],
  from: number,
  to: number,
  headerKeys: ReadonlySet<string>,
  headerFirsts: ReadonlySet<string>,
): BodyFacts {
  const step = Math.max(1, Math.floor((to - from + 1) / 400));
  const fills: number[] = [];
  const textCounts = new Map<number, number>();
  const counts = new Map<number, number>();
  let single = 0;
  for (let row = from; row <= to; row += step) {
    let filled = 0;
    for (const column of columns) {
      const value = view.at(row, column);
      if (isBlank(value)) continue;
      filled += 1;
      counts.set(column, (counts.get(column) ?? 0) + 1);
      if (view.classOf(row, column) === 'text') textCounts.set(column, (textCounts.get(column) ?? 0) + 1);
    }
    if (filled > 0) fills.push(filled);
    if (filled === 1) single += 1;
  }
  fills.sort((a, b) => a - b);
  const untextual = new Set(
    columns.filter((column) => (textCounts.get(column) ?? 0) < 0.3 * (counts.get(column) ?? 0)),
  );
  return {
    columns,
    usual: fills[Math.floor(fills.length / 2)] ?? 0,
    sparse: fills.length === 0 ? 0 : single / fills.length,
    headerKeys,
    headerFirsts,
    untextual,
  };
}

/** Why a row of the body is no data; null when it is. `ended` tells that a total has come and nothing of data since. */
export function rowReason(view: SheetView, row: number, facts: BodyFacts, ended: boolean): Reason | null {
  const { columns } = facts;
  const look = lookAtRow(view, row, columns);
  if (look.filled === 0) return 'blank';
  if (look.texts === 0) return null;
  const total = totalOf(view, row, facts);
  if (total) return total;
  if (
    look.texts >= 2 &&
    facts.headerFirsts.has(trimmed(look.firstText)) &&
    facts.headerKeys.has(rowKey(view, row, columns))
  ) {
    return 'repeated-header';
  }
  if (look.texts === look.filled && look.filled <= 4) {
    if (
      allTexts(view, row, columns, (text) => isNote(text) || isLabel(text) || text.length > 60) &&
      noteLike(look)
    )
      return 'note';
    if (allTexts(view, row, columns, (text) => isUnitWord(text.trim()))) return 'unit';
  }
  if (isNote(look.firstText) && look.texts <= 3 && look.filled <= 3) return 'note';
  if (look.filled === 1 && columns.length >= 3) return loneText(view, row, facts, look, ended);
  return null;
}

function noteLike(look: RowLook): boolean {
  return isNote(look.firstText) || isLabel(look.firstText);
}

function allTexts(
  view: SheetView,
  row: number,
  columns: readonly number[],
  test: (text: string) => boolean,
): boolean {
  return columns.every((column) => {
    const value = view.at(row, column);
    return isBlank(value) || (typeof value === 'string' && test(value));
  });
}

function totalOf(view: SheetView, row: number, facts: BodyFacts): 'total' | 'subtotal' | null {
  let seen = 0;
  for (const column of facts.columns) {
    const value: GridValue = view.at(row, column);
    if (typeof value !== 'string' || isBlank(value)) continue;
    seen += 1;
    if (seen > 3) return null;
    const kind = totalKind(value);
    if (kind !== null) {
      // A customer may be called so, or a remark begin so: a sum's row has few texts beside its label.
      const words = wordCells(view, row, facts.columns);
      const few = words <= 2 || words <= Math.max(2, facts.usual * 0.4);
      return few ? kind : null;
    }
  }
  return null;
}

function wordCells(view: SheetView, row: number, columns: readonly number[]): number {
  let words = 0;
  for (const column of columns) {
    if (view.classOf(row, column) === 'text') words += 1;
  }
  return words;
}

/** A row with one text only: a heading between rows, a closing remark, or a row hardly filled in. */
function loneText(
  view: SheetView,
  row: number,
  facts: BodyFacts,
  look: RowLook,
  ended: boolean,
): Reason | null {
  const text = look.firstText.trim();
  const column = look.firstTextColumn;
  const merge = view.mergeAt(row, column);
  const across = merge !== undefined && merge.columns >= Math.min(3, facts.columns.length);
  if (isNote(text)) return 'note';
  if (across) return text.length > 40 || isLabel(text) ? 'note' : 'section';
  if (SECTION.test(text)) return 'section';
  if (isLabel(text) || text.length > 60) return 'note';
  if (facts.sparse >= 0.4) return null;
  if (ended) return 'note';
  const first = facts.columns[0] ?? 0;
  if (facts.untextual.has(column) && facts.usual >= 3) return 'section';
  if (column === first && SECTION_END.test(text) && facts.usual >= 4) return 'section';
  return null;
}
