import { cellAddress } from '../domain/address';
import type { Locale } from '../locales';
import { problemSentence } from '../locales/problems';
import type { Problem } from '../reading/types';

/** More are only listed by the pane and the command line. */
const MOST = 8;

/**
 * Findings as a built sheet says them, where nothing but the text itself tells which cell is meant: those of the whole
 * first.
 */
export function remarksOf(findings: readonly Problem[], sheet: string, locale: Locale): string[] {
  const whole = findings.filter(({ row }) => row === undefined);
  const ofCells = findings.filter(({ row }) => row !== undefined);
  return [...whole, ...ofCells].slice(0, MOST).map((problem) => {
    const { row, column } = problem;
    const text = problemSentence(problem, locale);
    if (row === undefined || column === undefined) return text;
    return `${problem.sheet ?? sheet}!${cellAddress({ row, column })}: ${text}`;
  });
}
