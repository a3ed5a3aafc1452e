import { moveFormula } from '../../src/excel/moveFormula';

it.each([
  ['=F7*2', '=F5*2'],
  ['=F7*$G$1+$F7+F$7', '=F5*$G$1+$F5+F$7'],
  ['=SUM(F3:F7)', '=SUM(F1:F5)'],
  ['=LOG10(F7)', '=LOG10(F5)'],
  ['="F7"&F7', '="F7"&F5'],
  ["='F7'!F7", "='F7'!F5"],
  ['=F7!A9', '=F7!A7'],
  ['=[@F7]+T_F7+F7.x', '=[@F7]+T_F7+F7.x'],
  ['=F2', '=#REF!'],
])('%s moves up two rows as %s', (formula, moved) => expect(moveFormula(formula, -2)).toBe(moved));
