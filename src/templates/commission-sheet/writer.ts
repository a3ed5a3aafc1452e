import type { PlanCell } from '../../plan/types';
import { formula } from '../expressions';
import type { StyledCell } from '../page';

/** For amounts that stay what they were when the sheet was built. */
export const FIXED_MONEY = '"◆ "#,##0.00;"◆ "-#,##0.00;"—"';
export const RATE = '0.0###%';
export const MILLION = 1_000_000;

/** A step of a formula that people read too. */
export function step(value: PlanCell): StyledCell {
  return { value, style: 'number', format: '#,##0.######' };
}

/** A helper's cell. */
export function key(value: PlanCell): StyledCell {
  return { value, style: 'key', format: '0.######' };
}

/** What is wrong with a row, '' where nothing is. */
export function warning(expression: string): StyledCell {
  return { value: formula(expression), style: 'warning' };
}
