import { cellInput, cellOf, needsApostrophe } from '../../src/excel/cellText';

describe('texts that Excel would take for something else', () => {
  it.each([
    ...[
      '=1+1',
      '+86 10',
      '-5',
      '@name',
      "'quoted",
      '007',
      '1-2',
      '1/2',
      '3月5日',
      '2024年3月',
      '12:30',
      '5 p',
      '5 PM',
    ],
    ...[
      '1E3',
      '50%',
      '￥12',
      '(500)',
      '1,000',
      'Mar-24',
      'March 5',
      'TRUE',
      'false',
      '#N/A',
      ' 12 ',
      '１２',
      '2024.3.5',
    ],
    ...['R5.4.1', '令和5年', '12元', '1 1/2', '$5', '-'],
  ])('protects %p', (text) => expect(needsApostrophe(text)).toBe(true));

  it.each([
    '',
    '甲公司',
    '3号楼东侧',
    'A-12',
    'DD2024001',
    '2024年度',
    'order 5',
    'Total',
    '第1季度',
    'a=b',
    '客户12',
  ])('leaves %p alone', (text) => expect(needsApostrophe(text)).toBe(false));

  it('needs no apostrophe in a text cell, except to keep a leading one', () => {
    expect(cellInput('007', '@')).toBe('007');
    expect(cellInput("'007", '@')).toBe("''007");
    expect(cellInput("'007", undefined)).toBe("''007");
    expect(cellInput('007', '0.00')).toBe("'007");
  });

  it('leaves a blank alone and passes a formula on', () => {
    expect(cellInput(null, undefined)).toBeNull();
    expect(cellInput({ formula: '=SUM(A1:A3)' }, undefined)).toBe('=SUM(A1:A3)');
    expect(cellInput(45000, undefined)).toBe(45000);
    expect(cellInput(false, undefined)).toBe(false);
  });
});

describe('a cell as Excel gives it', () => {
  it('tells a text that begins with = from a formula', () => {
    expect(cellOf('=1+1', '=1+1')).toBe('=1+1');
    expect(cellOf('=1+1', 2)).toEqual({ formula: '=1+1' });
    expect(cellOf('', '')).toBeNull();
    expect(cellOf(0, 0)).toBe(0);
  });
});
