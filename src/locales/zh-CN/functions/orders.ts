import type { orderErrors as en } from '../../en/functions/orders';

export const orderErrors: typeof en = {
  'argument-not-a-time': (d) =>
    `${d.argument} 第 ${d.row} 行第 ${d.column} 列：${d.value} 不是一天中的时刻，请填写如 9:00 的时刻。`,
  'week-not-seven-digits': (d) =>
    `week：“${d.week}”不是七位数字。请填写如 "0000011" 的文本，从周一起，休息为 1。`,
  'calendar-day-twice': (d) => `${d.day} 同时在 holidays 和 make_up_days 中，请删去其中一处。`,
  'calendar-never-works': () => '没有一天上班。week 中至少要有一个 0。',
  'calendar-no-hours': () => 'hours 为空。请填写上下班时刻，或省略该参数按默认上班时间计算。',
  'calendar-hours': (d) => `hours：${d.hours} 的下班早于上班，请填写同一天的起止时刻。`,
  'calendar-hours-overlap': (d) => `hours：${d.hours} 与 ${d.other} 重叠。`,
  'cut-off-none': (d) => `cut_offs 中没有适用于 ${d.time} 的行，请增加从 0:00 或更早时刻起的一行。`,
  'cut-off-time': () => 'cut_offs 中有从 24:00 起的行，请填写 0:00 至 23:59 的时刻。',
  'cut-offs-columns': (d) => `cut_offs 应有三列，现有 ${d.columns} 列：起始时刻、几个工作日后、截止时刻。`,
  'no-such-workday': () => '在 Excel 的日历内数不到这么多工作日，请检查 amount。',
  'serial-out-of-range': () => '日期超出 Excel 的范围，请检查 start 和 amount。',
  'no-such-date': () => '月份超出 Excel 的范围，请检查 start 和 amount。',
  'sla-before-start': () => 'end 早于 start，请核对两个时间。',
  'sla-without-time': () => 'start 或 end 只有日期没有时刻，算不出分钟，请补上时刻。',
  'stages-differ': (d) => `stages 有 ${d.names} 个名称，dates 有 ${d.columns} 列，请每列给一个名称。`,
  'ageing-limits': (d) => `limits：${d.limit} 不大于 ${d.before}。请按从小到大填写整天数，如 {30,60,90}。`,
};
