import type { Texts } from '../../en';

export const workCalendar: Texts['templates']['work-calendar'] = {
  sheet: '节假日',
  about: '每周工作日、上下班时间和节假日，按工作日计算的时限以此为准',
  title: '工作日与节假日',
  note: '按工作日、工作小时计算的时限随本表即时变化。以后年度的放假和调休请接着往下填；周末调休上班的日子填“班”。',
  hoursTable: '上班时间',
  holidayTable: '节假日',
  hours: '上下班时间',
  hoursNote: '黄色单元格可以更改。',
  holidaysNote:
    '“休”指按星期本应上班而放假的日子，“班”指周末调休上班的日子。已按国务院办公厅公布的安排填写，请与本单位的通知核对。',
  holidays: '节假日与调休',
  offColumn: '休息日',
  workedColumn: '上班日',
  derived: '供公式读取',
  days: '工作日',
  footer: '第 &P 页，共 &N 页',
};
