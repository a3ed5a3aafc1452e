import { openFile } from '../../../src/workbench/files';
import { fieldValue, records } from '../../../src/workbench/files/text-read';

function gb18030(): Uint8Array {
  // "客户,金额\r\n张三,100\r\n"
  return Uint8Array.from([
    0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 13, 10, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 49, 48, 48,
    13, 10,
  ]);
}

async function valuesOf(bytes: Uint8Array) {
  const { workbook, warnings } = await openFile(bytes, 'list.csv');
  const sheet = workbook.activeSheet;
  const used = sheet.usedArea(true);
  return {
    values: used === null ? [] : sheet.values(used),
    warnings: warnings.map(({ code }) => code),
    name: sheet.name,
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('separated text', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\r\n1\t2'],
    ['a stated separator', 'sep=|\na|b\n1|2'],
    ['a byte order mark', '\ufeffa,b\n1,2'],
  ])('with %s', async (_, text) => {
    expect((await valuesOf(utf8(text))).values).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
  });

  it('in GB18030 says what it guessed', async () => {
    expect(await valuesOf(gb18030())).toEqual({
      values: [
        ['客户', '金额'],
        ['张三', 100],
      ],
      warnings: ['encoding-guessed'],
      name: 'list',
    });
  });

  it('in UTF-16', async () => {
    const text = '\ufeff客户\t金额\r\n张三\t1';
    const bytes = Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect((await valuesOf(bytes)).values).toEqual([
      ['客户', '金额'],
      ['张三', 1],
    ]);
  });

  it('keeps quotes, separators and breaks inside fields', () => {
    expect([...records('"a ""b""","c\nd",e\n,,\n', ',')]).toEqual([
      ['a "b"', 'c\nd', 'e'],
      ['', '', ''],
    ]);
  });

  it('ends at an unclosed quote instead of hanging', () => {
    expect([...records('a,"b', ',')]).toEqual([['a', 'b']]);
  });
});

describe('a field', () => {
  it.each([
    ['12', 12],
    ['-1,234.50', -1234.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['', null],
    ['007', '007'],
    ['13800138000', 13_800_138_000],
    ['6222020200112233445', '6222020200112233445'],
    ['+8613800138000', '+8613800138000'],
    ['2024-01-05', '2024-01-05'],
    ['1/2', '1/2'],
    ['12%', '12%'],
    ['1.2万', '1.2万'],
    ['1,23', '1,23'],
    ['=1+1', '=1+1'],
  ])('%s', (field, value) => {
    expect(fieldValue(field)).toBe(value);
  });
});
