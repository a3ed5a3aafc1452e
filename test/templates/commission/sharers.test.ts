import { sharersOf } from '../../../src/templates/commission/sharers';

test.each([
  ['张三60%、李四40%', ['张三', 0.6], ['李四', 0.4]],
  ['张三:60% / 李四：40％', ['张三', 0.6], ['李四', 0.4]],
  ['张三（6成），李四（4成）', ['张三', 0.6], ['李四', 0.4]],
  ['张三33.3%\n李四33.3%\n王五33.4%', ['张三', 0.333], ['李四', 0.333], ['王五', 0.334]],
  ['王五60%李四40%', ['王五', 0.6], ['李四', 0.4]],
  ['Ann 55%, Ben 45%', ['Ann', 0.55], ['Ben', 0.45]],
  ['张三/李四', ['张三', null], ['李四', null]],
  ['Smith, John', ['Smith, John', null]],
  ['=1+1', ['=1+1', null]],
  [' 张三 ', ['张三', null]],
] as const)('%j', (cell, ...people) => {
  expect(sharersOf(cell).map(({ name, share }) => [name, share])).toEqual(people);
});
