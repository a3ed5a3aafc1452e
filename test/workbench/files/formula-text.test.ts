import { fileFormula, SharedFormula, shownFormula } from '../../../src/workbench/files/formula-text';

const context = { table: 'Orders', isName: (name: string) => name.toLowerCase() === 'growthof' };

describe('a formula in a file and on the screen', () => {
  it.each([
    ['=SUM(A1:B2)', 'SUM(A1:B2)'],
    ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['=FILTER(A1:A3,B1#>1)', '_xlfn._xlws.FILTER(A1:A3,_xlfn.ANCHORARRAY(B1)>1)'],
    ['=LET(x,1,LAMBDA(y,x+y)(2))', '_xlfn.LET(_xlpm.x,1,_xlfn.LAMBDA(_xlpm.y,_xlpm.x+_xlpm.y)(2))'],
    ['=Orders[@Amount]*2', 'Orders[[#This Row],[Amount]]*2'],
    ["='My sheet'!A1+@A1:A3", "'My sheet'!A1+_xlfn.SINGLE(A1:A3)"],
    ['=ARPU(A1,2)', '_xldudf_ARPU(A1,2)'],
    ['=GrowthOf(A1)', 'GrowthOf(A1)'],
    ['="_xlfn. @A1# [x]"&A1', '"_xlfn. @A1# [x]"&A1'],
  ])('%s', (shown, file) => {
    expect(fileFormula(shown, context)).toBe(file);
    expect(shownFormula(file)).toBe(shown);
  });

  it('names the table of a reference that leaves it out', () => {
    expect(fileFormula('=[@Amount]', context)).toBe('Orders[[#This Row],[Amount]]');
  });
});

describe('a formula that cells share', () => {
  it.each([
    ['=A1*$B$1', 'A2*$B$1'],
    ["=SUM($A1:C$3)+'x y'!B2", "SUM($A2:D$3)+'x y'!C3"],
    ['=SUM(A:A)+SUM(1:1)+SUM($2:2)', 'SUM(B:B)+SUM(2:2)+SUM($2:3)'],
    ['=LOG10(A1)&"A1"&Table1[A1]', 'LOG10(B2)&"A1"&Table1[A1]'],
  ])('%s one cell further', (formula, moved) => {
    const row = formula === '=A1*$B$1' ? [1, 0] : [1, 1];
    expect(new SharedFormula(formula, 0, 0).at(row[0] ?? 0, row[1] ?? 0)).toBe(`=${moved}`);
  });
});
