/** Traditional characters seen in headers and their simplified twins, pair by pair. */
const PAIRS =
  '業业務务績绩總总計计數数量量單单價价額额銷销產产類类別别級级編编號号碼码訂订購购貨货買买賣卖實实際际應应' +
  '發发薪薪資资獎奖費费稅税餘余額额戶户會会員员電电話话聯联繫系絡络係系對对時时間间開开關关結结辦办續续約约' +
  '簽签訪访談谈錄录紀纪經经理理負负責责區区域域縣县鄉乡鎮镇門门組组隊队團团處处長长達达標标務务預预測测' +
  '進进銷销庫库倉仓盤盘點点領领種种規规項项備备註注說说詳详細细內内容容問问題题見见議议執执狀状況况態态' +
  '據据報报匯汇彙汇減减淨净較较環环個个後后補补貼贴機机網网寬宽專专線线郵邮證证券券銀银行行煙烟檔档' +
  '圖图書书館馆國国際际華华東东廣广車车馬马萬万億亿圓圆幣币與与為为從从無无員员歲岁齡龄學学歷历職职稱称' +
  '當当週周課课師师雙双來来滿满優优復复審审覆复認认識识調调試试檢检驗验裝装設设過过還还選选變变動动' +
  '傳传遞递轉转輸输運运輕轻熱热點点擊击離离難难風风險险顧顾願愿頁页張张強强聲声營营術术築筑屬属屆届層层歸归';

const TABLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [
    PAIRS.charAt(index * 2),
    PAIRS.charAt(index * 2 + 1),
  ]),
);

/** The text with the traditional characters of everyday headers replaced by simplified ones. */
export function simplified(text: string): string {
  let out = '';
  for (const char of text) out += TABLE.get(char) ?? char;
  return out;
}
