import type { Texts } from '../en';

export const cli: Texts['cli'] = {
  fileMissing: ({ file }) => `找不到文件 ${file}，请检查路径。`,
  fileUnreadable: ({ file, reason }) => `无法读取 ${file}：${reason}`,
  fileUnwritable: ({ file, reason }) => `无法写入 ${file}：${reason}`,
  unwritable: {
    ENOENT: '没有这个文件夹。请先新建，或换个位置。',
    ENOTDIR: '没有这个文件夹。请先新建，或换个位置。',
    EISDIR: '这是一个文件夹。请补上文件名。',
    EACCES: '没有写入权限。请换个位置。',
    EPERM: '没有写入权限。请换个位置。',
    EROFS: '没有写入权限。请换个位置。',
    EBUSY: '文件正被其他程序打开。请先关闭，或换个文件名。',
    ENOSPC: '磁盘已满。',
  },
  outputIsSource: ({ file }) => `${file} 就是要读取的工作簿，不能覆盖。请换个文件名。`,
  templateUnknown: ({ id, known }) => `没有模板“${id}”。可用：${known}。`,
  noSource: ({ roles }) => `没有工作表被识别为${roles}。请用 scan 查看识别结果，并用 --map 指定。`,
  noSourceOrBlank: ({ roles }) =>
    `没有工作表被识别为${roles}。请用 scan 查看识别结果，并用 --map 指定；{"source": null} 则生成空表。`,
  neverBlank: ({ id }) => `“${id}”没有数据无法生成。`,
  companionUnknown: ({ id, template, known }) => `“${template}”没有配套表“${id}”。可用：${known}。`,
  companionSingle: ({ id }) => `配套表“${id}”只能是一张工作表。`,
  companionMissing: ({ id, label, roles }) =>
    `缺少“${label}”，无法生成：没有别的工作表被识别为${roles}。请用 --map 指定：{"companions": {"${id}": ["…"]}}。`,
  optionUnknown: ({ id, template, known }) => `“${template}”没有选项“${id}”。可用：${known}。`,
  optionValueUnknown: ({ id, value, known }) => `选项“${id}”不能是“${value}”。可用：${known}。`,
  sourceUnknown: ({ sheet, known }) => `工作表“${sheet}”上没有表格。有表格的工作表：${known}。`,
  mapInvalid: ({ file, where, expected }) => `${file}：${where} 应为${expected}。`,
  mapNotJson: ({ file, reason }) => `${file} 不是 JSON：${reason}`,
  headerUnknown: ({ sheet, header, known }) => `“${sheet}”没有“${header}”列。现有列：${known}。`,
  dateInvalid: ({ text }) => `“${text}”不是日期。请写成 YYYY-MM-DD，例如 2024-04-30。`,
  built: ({ file, sheets, rows }) => `${file}：已由 ${rows} 行数据新增 ${sheets}。`,
  planMissing: ({ file }) => `${file} 里没有方案表。`,
  checkTotals: ({ rows, right, expected, submitted, difference }) =>
    `${rows} 行中有 ${right} 行一致。应发 ${expected}，实报 ${submitted}，差额 ${difference}。`,
  sheetHeading: ({ name }) => `工作表“${name}”`,
  noTable: '无表格',
  tableLine: ({ range, role, rows, header }) => `${range}：${role}，${rows} 行，表头 ${header}`,
  noHeader: '无',
  unexpected: ({ message }) => `出现意外错误：${message}`,
};
