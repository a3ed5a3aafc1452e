import type { Texts } from '../en';

const KINDS: Readonly<Record<string, string>> = {
  lock: '工作表保护',
  print: '打印设置',
  charts: '图表',
  validation: '下拉列表',
  rules: '颜色规则',
  panes: '冻结行',
  widths: '列宽',
};

export const excel: Texts['excel'] = {
  errors: {
    'excel-cancelled': () => '已停止，工作簿保持原样。',
    'excel-cell-editing': () => '有单元格正在编辑。请在表中按回车或 Esc 后重试。',
    'excel-structure-protected': () =>
      '工作簿结构受保护，无法新增工作表。请先取消保护（审阅 → 保护工作簿），再重试。',
    'excel-sheet-protected': ({ sheet }) =>
      `工作表“${sheet}”受保护。请先取消保护（审阅 → 撤消工作表保护），再重试。`,
    'excel-access-denied': () => '工作簿以只读方式打开。请另存一份，在副本上重试。',
    'excel-too-large': () => '有工作表过大，分小块也无法读写。请删除多余的行和列后重试。',
    'excel-item-gone': ({ message }) => `刚才还在的工作表或表格已不存在。请重新读取工作簿。（${message}）`,
    'excel-name-taken': ({ message }) => `已有同名的工作表或表格。请重新读取工作簿。（${message}）`,
    'excel-session-lost': () => '与工作簿的连接已断开。请关闭本窗格后重新打开。',
    'excel-host-unsupported': () => '请在 Excel 2021、Microsoft 365 或网页版 Excel 中打开工作簿使用。',
    'excel-api-missing': ({ message }) => `当前 Excel 版本缺少所需功能，请更新 Excel。（${message}）`,
    'excel-invalid': ({ message }) => `Excel 不接受要写入的内容，工作簿保持原样。（${message}）`,
    'excel-failed': ({ code, message }) => `Excel 报告了错误，工作簿保持原样。（${code}：${message}）`,
    'excel-build-gone': () => '要刷新的工作表已不在工作簿里，请重新生成。',
    'excel-cells-in-the-way': ({ sheet, cells }) =>
      `生成所需的位置上有您填写的单元格：“${sheet}” ${cells}。请移开后重试。`,
    'excel-layout-changed': ({ sheet }) =>
      `“${sheet}”的生成区域里插入了行或列，无法对应原来的单元格。请撤销插入（Ctrl+Z），或删除该工作表后重新生成。`,
    'excel-restore-failed': ({ sheets, message }) =>
      `操作失败，且工作簿未能完全还原。请检查：${sheets}。为稳妥起见，请不保存直接关闭。（${message}）`,
    'excel-nothing-to-undo': () => '没有可撤销的内容。',
    'excel-undo-impossible': ({ sheet }) => `工作表“${sheet}”已不存在，无法撤销这次生成。`,
  },
  notices: {
    'excel-nicety-left-out': ({ sheet, what }) =>
      `在“${sheet}”上，当前 Excel 无法设置${KINDS[what ?? ''] ?? what}。数据完整无缺。`,
    'excel-memory-damaged': () => '工作簿中记住的设置无法读取，已重新开始。',
    'excel-memory-newer': () => '此工作簿由更新版本的台账处理过，其记住的内容保持不动。',
    'excel-memory-full': () => '行数太多，无法全部记住：您从生成的表中删除的行，再次生成时会重新出现。',
    'excel-cell-replaced': ({ sheet, address, was }) => `“${sheet}” ${address}：新版式中没有“${was}”的位置。`,
    'excel-chart-stays-removed': ({ chart }) => `您删除的图表“${chart}”不再恢复。`,
    'excel-date-system-unknown': () => '当前 Excel 未说明工作簿的日期系统，按 1900 处理。',
  },
};
