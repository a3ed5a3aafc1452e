import type { Texts } from '../en';

export const rules: Texts['rules'] = {
  mark: '行标记',
  unseenMark: '·',
  settings: { setting: '设置', value: '取值', explanation: '说明' },
  spellings: {
    setting: ['设置项', '条款', '参数', '项目', '规则', '选项'],
    value: ['值', '数值', '内容', '设定值', '选择'],
  },
};
