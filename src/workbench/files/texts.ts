import type { FileDetails, FileError, FileErrorCode, FileWarning, FileWarningCode } from './errors';

/** Sentences about files: what is wrong, and what to do. */

type Sentence = (details: FileDetails) => string;

interface FileTexts {
  readonly errors: Readonly<Record<FileErrorCode, Sentence>>;
  readonly warnings: Readonly<Record<FileWarningCode, Sentence>>;
}

const english: FileTexts = {
  errors: {
    empty: () => 'The file is empty (0 bytes). Save it again where it comes from, or choose another file.',
    'not-a-workbook': () =>
      'This file is not a workbook. Choose an Excel workbook (.xlsx, .xlsm, .xlsb, .xls), an .ods or a .csv file.',
    'web-page': () =>
      'This file is a web page, although its name says otherwise; some systems export tables that way. Open it in Excel and save it as .xlsx.',
    encrypted: () =>
      'The file is protected by a password and can’t be read. Open it in Excel, remove the password (File > Info > Protect Workbook), and save it.',
    corrupt: () =>
      'The file is damaged and can’t be read. Try opening it in Excel, which can often repair it, and save it again; or ask for it anew.',
    unsupported: ({ what = '' }) =>
      `This kind of file can’t be read${what === '' ? '' : ` (${what})`}. Save it as .xlsx.`,
    'too-big': ({ megabytes = '' }) =>
      `The file would take more than ${megabytes} MB when unpacked. Remove pictures or split it, and try again.`,
    'too-many-cells': () =>
      'The workbook has more cells than can be held here. Delete what isn’t needed, or split it by year.',
    'too-much-text': () =>
      'The cells of the workbook hold more text than can be held here, often one long text thousands of times. Shorten it or split the workbook.',
    'xml-bomb': () =>
      'The file contains definitions that no workbook needs and that can do harm. It was not opened.',
    'no-sheets': () => 'The workbook has no worksheet with cells.',
    'too-slow': ({ seconds = '' }) => `Reading the file took longer than ${seconds} seconds and was ended.`,
    cancelled: () => 'Opening was cancelled.',
    failed: ({ reason = '' }) => `The file could not be read: ${reason}`,
  },
  warnings: {
    'read-by-second-reader': () =>
      'The file is not quite in order. Values and formulas were read; formats, charts and tables may be missing.',
    'formulas-without-text': ({ sheet = '', count = 0 }) =>
      `${sheet}: ${count} formulas could not be read; their cells hold the last values.`,
    'sheet-kind-not-shown': ({ sheet = '' }) =>
      `${sheet} is not a worksheet and is not shown. Saving keeps it.`,
    'chart-not-shown': ({ sheet = '', count = 0 }) =>
      `${sheet}: ${count} charts are of a kind that is not drawn here. Saving keeps them.`,
    'rule-not-shown': ({ sheet = '', count = 0 }) =>
      `${sheet}: ${count} conditional formats are of a kind that is not shown here. Saving keeps them.`,
    'rich-text-flattened': ({ sheet = '', count = 0 }) =>
      `${sheet}: ${count} changed cells lost formats inside their text.`,
    'sheet-rewritten': ({ sheet = '', what = '' }) => `${sheet} was changed here; lost in saving: ${what}.`,
    'macros-kept': () =>
      'The workbook contains macros. They are not run here; save it as .xlsm to keep them.',
    'encoding-guessed': ({ encoding = '' }) =>
      `The text is not UTF-8; it was read as ${encoding}. If characters look wrong, save it as “CSV UTF-8”.`,
    'text-not-workbook': () =>
      'The file is separated text, although its name is that of a workbook. It was read as such: formats, formulas and further sheets are not in it.',
    'rows-cut': ({ count = 0 }) => `${count} rows beyond row 1,048,576 were left out.`,
    'part-unreadable': ({ sheet = '', reason = '' }) =>
      `${sheet === '' ? 'A part of the file' : `A part of ${sheet}`} could not be read (${reason}).`,
    'names-not-read': ({ count = 0 }) => `${count} defined names could not be read.`,
    'saved-without-original': ({ reason = '' }) =>
      `The file was written anew; pictures, macros and pivot tables of the original are not in it (${reason}).`,
    'too-big-to-open': ({ sheet = '', megabytes = 0 }) =>
      `${sheet} is ${megabytes} MB long without packing: Excel opens the file, this page can't. Keep a smaller copy to go on here.`,
  },
};

const chinese: FileTexts = {
  errors: {
    empty: () => '文件是空的（0 字节）。请从来源处重新保存，或选择其他文件。',
    'not-a-workbook': () =>
      '这个文件不是工作簿。请选择 Excel 工作簿（.xlsx、.xlsm、.xlsb、.xls）、.ods 或 .csv 文件。',
    'web-page': () =>
      '这个文件其实是网页，只是扩展名不同；有些系统就是这样导出表格的。请用 Excel 打开后另存为 .xlsx。',
    encrypted: () =>
      '文件设有密码，无法读取。请在 Excel 中打开，去掉密码（文件 > 信息 > 保护工作簿）后保存。',
    corrupt: () => '文件已损坏，无法读取。请试着用 Excel 打开（通常可以修复）并重新保存，或重新索取文件。',
    unsupported: ({ what = '' }) => `无法读取这种文件${what === '' ? '' : `（${what}）`}。请另存为 .xlsx。`,
    'too-big': ({ megabytes = '' }) => `文件解压后超过 ${megabytes} MB。请删除图片或拆分后再试。`,
    'too-many-cells': () => '工作簿的单元格太多，这里放不下。请删除不需要的内容，或按年份拆分。',
    'too-much-text': () =>
      '单元格里的文字总量过大，这里放不下，常见于同一段长文字重复上千次。请缩短文字或拆分工作簿。',
    'xml-bomb': () => '文件含有工作簿不需要、且可能有害的定义，没有打开。',
    'no-sheets': () => '工作簿里没有带单元格的工作表。',
    'too-slow': ({ seconds = '' }) => `读取文件超过 ${seconds} 秒，已中止。`,
    cancelled: () => '已取消打开。',
    failed: ({ reason = '' }) => `无法读取文件：${reason}`,
  },
  warnings: {
    'read-by-second-reader': () => '文件不完全规范。已读出数值和公式，格式、图表和表格可能缺失。',
    'formulas-without-text': ({ sheet = '', count = 0 }) =>
      `${sheet}：${count} 个公式无法读取，单元格保留最后的数值。`,
    'sheet-kind-not-shown': ({ sheet = '' }) => `${sheet} 不是普通工作表，此处不显示；保存时会保留。`,
    'chart-not-shown': ({ sheet = '', count = 0 }) =>
      `${sheet}：${count} 个图表的类型此处不绘制；保存时会保留。`,
    'rule-not-shown': ({ sheet = '', count = 0 }) =>
      `${sheet}：${count} 条条件格式的类型此处不显示；保存时会保留。`,
    'rich-text-flattened': ({ sheet = '', count = 0 }) =>
      `${sheet}：${count} 个改动过的单元格失去了文字内部的格式。`,
    'sheet-rewritten': ({ sheet = '', what = '' }) => `${sheet} 在此处改动过，保存时丢失：${what}。`,
    'macros-kept': () => '工作簿含有宏。此处不运行宏；请保存为 .xlsm 以保留。',
    'encoding-guessed': ({ encoding = '' }) =>
      `文本不是 UTF-8，已按 ${encoding} 读取。若出现乱码，请另存为“CSV UTF-8”。`,
    'text-not-workbook': () =>
      '这个文件其实是分隔的文本，只是扩展名是工作簿的；已按文本读取，其中没有格式、公式和其他工作表。',
    'rows-cut': ({ count = 0 }) => `超出第 1,048,576 行的 ${count} 行没有读入。`,
    'part-unreadable': ({ sheet = '', reason = '' }) =>
      `${sheet === '' ? '文件' : sheet}的一部分无法读取（${reason}）。`,
    'names-not-read': ({ count = 0 }) => `${count} 个定义的名称无法读取。`,
    'saved-without-original': ({ reason = '' }) =>
      `文件是重新写出的，不含原文件的图片、宏和数据透视表（${reason}）。`,
    'too-big-to-open': ({ sheet = '', megabytes = 0 }) =>
      `${sheet}解压后有 ${megabytes} MB：Excel 可以打开这个文件，本页面打不开。要在这里继续，请另存一份较小的。`,
  },
};

function textsOf(locale: string): FileTexts {
  return locale.toLowerCase().startsWith('zh') ? chinese : english;
}

/** Why a file can't be opened or saved. */
export function fileErrorSentence(error: FileError, locale: string): string {
  return textsOf(locale).errors[error.code](error.details);
}

/** What was read or saved otherwise than the file has it. */
export function fileWarningSentence(warning: FileWarning, locale: string): string {
  return textsOf(locale).warnings[warning.code](warning.details);
}
