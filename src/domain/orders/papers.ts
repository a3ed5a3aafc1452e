/** What has to be handed in before an order is accepted. */
export const PAPERS = [
  'contract',
  'ip-commitment',
  'discount-approval',
  'proof-of-payment',
  'registration-form',
  'business-licence',
] as const;
export type Paper = (typeof PAPERS)[number];

/** What a paper's cell says, as text, when it is not there; anything else says that it is, or is not needed. */
export const ABSENT_WORDS = [
  '',
  '0',
  'false',
  '否',
  '无',
  '缺',
  '没有',
  '未',
  '未交',
  '待补',
  '×',
  'x',
  'no',
  'n',
  'missing',
] as const;

const ABSENT: ReadonlySet<string> = new Set<string>(ABSENT_WORDS);

/** Whether a paper's cell says that it is there (or waived). */
export function isThere(cell: string | number | boolean | null): boolean {
  return !ABSENT.has(
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  );
}

/** The needed papers that are not there, in their order. */
function missingPapers(
  cells: Readonly<Partial<Record<Paper, string | number | boolean | null>>>,
  needed: readonly Paper[],
): Paper[] {
  return PAPERS.filter((paper) => needed.includes(paper) && !isThere(cells[paper] ?? null));
}

/** What is known of an order's papers. */
export interface PapersKept {
  /** By paper, what its cell says. */
  readonly cells: Readonly<Partial<Record<Paper, string | number | boolean | null>>>;
  /** How many are there, where a sheet keeps only their number. */
  readonly count: number | null;
}

export interface MissingPapers {
  /** Which ones; empty where only their number is known, or nothing at all. */
  readonly names: readonly Paper[];
  /** null: nobody wrote anything down. */
  readonly count: number | null;
}

/** Which needed papers are missing; `blank` says what it means that none of an order's papers is noted. */
export function papersMissing(
  { cells, count }: PapersKept,
  needed: readonly Paper[],
  blank: 'unknown' | 'missing',
): MissingPapers {
  const noted = PAPERS.some((paper) => (cells[paper] ?? '') !== '');
  if (!noted && count !== null) return { names: [], count: Math.max(0, needed.length - Math.trunc(count)) };
  if (!noted && blank === 'unknown') return { names: [], count: null };
  const names = missingPapers(cells, needed);
  return { names, count: names.length };
}
