import { withoutNames, type Naming } from '../../src/excel/naming';

const naming = (sheet: string, table: string, column: string): Naming => ({
  sheets: new Map([[sheet.toLowerCase(), '#report']]),
  tables: new Map([[table.toLowerCase(), '#orders']]),
  columns: new Map([[column.toLowerCase(), '#amount']]),
});

describe('formulas without the names that people may change', () => {
  it('are equal before and after a renaming', () => {
    const before = withoutNames(
      "=SUMIFS(Orders[金额],Orders[月份],$A5)+'月度 总结'!B2",
      naming('月度 总结', 'Orders', '金额'),
    );
    const after = withoutNames(
      '=SUMIFS(订单[Amount],订单[月份],$A5)+Summary!B2',
      naming('Summary', '订单', 'Amount'),
    );
    expect(after).toBe(before);
  });

  it('still differ when a formula does', () => {
    const names = naming('S', 'Orders', '金额');
    expect(withoutNames('=SUM(Orders[金额])', names)).not.toBe(withoutNames('=MAX(Orders[金额])', names));
    expect(withoutNames('=SUM(Orders[金额])', names)).not.toBe(withoutNames('=SUM(Orders[数量])', names));
    expect(withoutNames('=SUM(Orders[金额])', names)).not.toBe(withoutNames('=SUM(Others[金额])', names));
  });

  it('knows the row form and quoted sheets', () => {
    const names = naming("O'Brien", 'T', 'Amount');
    expect(withoutNames("=T[@Amount]*'O''Brien'!A1", names)).toBe("=#orders[@#amount]*'#report'!A1");
  });
});
