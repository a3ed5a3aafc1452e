import { fitTogether, pageBreaks } from '../../src/templates/page-breaks';

/* A4 upright takes about 760 points of rows; a sheet that is broader is printed smaller and takes more of them. */

const tall = (rows: number): Record<number, number> =>
  Object.fromEntries(Array.from({ length: rows }, (_, row) => [row, 100]));
const NARROW = [40, 40];
const BROAD = [80, 90];

test('a section that would run over the page’s end begins the next one', () => {
  expect(pageBreaks({ sections: [3, 6, 10], heights: tall(12), row: 12 }, NARROW, 'portrait')).toEqual([6]);
});

test('a broad sheet has more rows on a page', () => {
  expect(pageBreaks({ sections: [3, 6, 10], heights: tall(12), row: 12 }, BROAD, 'portrait')).toEqual([]);
});

test('what fits on one page is not broken', () => {
  expect(pageBreaks({ sections: [2, 4], heights: {}, row: 30 }, NARROW, 'portrait')).toEqual([]);
});

test('a section longer than a page begins where it falls', () => {
  expect(pageBreaks({ sections: [1, 28], heights: tall(30), row: 30 }, NARROW, 'portrait')).toEqual([]);
});

test('a page across holds fewer rows than one upright', () => {
  const page = { row: 6, heights: tall(6) };
  expect(fitTogether(page, [0, page.row], NARROW, 'portrait')).toBe(true);
  expect(fitTogether(page, [0, page.row], NARROW, 'landscape')).toBe(false);
});
