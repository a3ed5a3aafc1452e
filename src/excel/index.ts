/**
 * Everything that pane, ribbon and command line may ask of Excel. Failures are DaybookErrors whose code is an
 * ExcelErrorCode. The functions, each in its own file:
 *
 *   readGrid(options?: ReadOptions): Promise<BookScan>
 *   loadMemory(): Promise<Memory>                      builds that stand in the workbook, remembered choices
 *   saveChoices(choices: readonly RememberedTable[]): Promise<void>
 *   loadNames(refresh: string | null): Promise<NameBook>
 *   writePlan(plan: Plan, options: BuildOptions): Promise<BuildResult>
 *   canUndo(): { template: string; sheets: readonly string[] } | null
 *   undoBuild(options?: Work & { evenIfLost?: boolean }): Promise<UndoOutcome>
 *   watchWorkbook(onChange: () => void, delay?: number): Promise<() => Promise<void>>
 *   goTo(sheet: string, address: string): Promise<void>
 *   showSheet(sheet: string): Promise<void>
 *   surroundings(): Surroundings
 *   watchSurroundings(onChange: (now: Surroundings) => void): () => void
 */
export * from './types';
export { EXCEL_ERROR_CODES, EXCEL_NOTICE_CODES } from './errors';
export type { ExcelErrorCode, ExcelNoticeCode, Notice } from './errors';
