import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { openWorkbook, saveWorkbook } from '../../../src/workbench/files';
import type { WorkbookModel } from '../../../src/workbench/model/types';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const extension = '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><sparkline/></ext></extLst>';

/** A workbook with things that the model has no idea of. */
function foreign(): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${link('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr codeName="ThisWorkbook"/><sheets><sheet name="A" sheetId="4" r:id="s1"/><sheet name="B" sheetId="9" r:id="s2"/></sheets><pivotCaches><pivotCache cacheId="1" r:id="p"/></pivotCaches></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${link('s1', 'worksheet', 'worksheets/sheet1.xml')}${link('s2', 'worksheet', 'worksheets/sheet2.xml')}${link('st', 'styles', 'styles.xml')}${link('ss', 'sharedStrings', 'sharedStrings.xml')}${link('v', 'vbaProject', 'vbaProject.bin')}${link('p', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="12"/><name val="等线"/></font><font><color theme="4" tint="0.4"/></font></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="31" fontId="1" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" count="1" uniqueCount="1"><si><r><t>red </t></r><r><rPr><b/></rPr><t>bold</t></r></si></sst>`,
    'xl/vbaProject.bin': 'macros',
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr codeName="Sheet1"/><sheetData><row r="1" spans="1:3"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"><v>45292</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2*2</f><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row></sheetData><drawing r:id="d"/>${extension}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${link('d', 'drawing', '../drawings/drawing1.xml')}</Relationships>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${drawingSpace}"><xdr:oneCellAnchor><xdr:pic/></xdr:oneCellAnchor></xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': `<Relationships>${link('i', 'image', '../media/image1.png')}</Relationships>`,
  };
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(entries), 'xl/media/image1.png': picture });
}

async function savedParts(workbook: WorkbookModel): Promise<(part: string) => string> {
  const parts = unzipSync(await saveWorkbook(workbook));
  return (part) => strFromU8(parts[part] ?? new Uint8Array());
}

describe('a workbook of another program', () => {
  it('is read with colours of the theme, East Asian formats and shared formulas', async () => {
    const sheet = (await openWorkbook(foreign(), 'a.xlsm')).sheets[0];
    expect(sheet?.style(0, 1)).toEqual({ numberFormat: 'yyyy"年"m"月"d"日"', font: { color: '#8FAADC' } });
    expect(sheet?.text(0, 1)).toBe('2024年1月1日');
    expect(sheet?.formula(2, 0)?.formula).toBe('=B3*2');
  });

  it('keeps its sheets byte by byte when nobody changes them', async () => {
    const original = unzipSync(foreign());
    const saved = unzipSync(await saveWorkbook(await openWorkbook(foreign(), 'a.xlsm')));
    for (const part of Object.keys(original)) {
      if (/sheet2|drawings|media|vba|pivotCache\/|sharedStrings/.test(part))
        expect(saved[part]).toEqual(original[part]);
    }
    expect(strFromU8(saved['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      '<f t="shared" si="0"/>',
    );
  });

  it('keeps what is beside a changed cell', async () => {
    const workbook = await openWorkbook(foreign(), 'a.xlsm');
    const [sheet, other] = workbook.sheets;
    sheet?.setValues({ row: 0, column: 2 }, [['new']]);
    sheet?.setValues({ row: 1, column: 0 }, [[5]]);
    const part = await savedParts(workbook);
    const xml = part('xl/worksheets/sheet1.xml');
    // The text with formats inside, its number and its theme colour.
    expect(xml).toContain(
      '<c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"><v>45292</v></c><c r="C1" t="s"><v>1</v></c>',
    );
    // A formula does not outlive the one that it was shared with.
    expect(xml).toContain('<c r="A3"><f>B3*2</f>');
    expect(xml).toContain(extension);
    expect(xml).toContain('<drawing r:id="d"/>');
    expect(xml).toContain('codeName="Sheet1"');
    expect(part('xl/sharedStrings.xml')).toContain('<rPr><b/></rPr>');
    expect(part('xl/vbaProject.bin')).toBe('macros');
    expect(part('xl/workbook.xml')).toContain('<pivotCaches>');
    expect(other?.name).toBe('B');
  });

  it('keeps pictures when a chart joins them, and loses nothing when the chart goes', async () => {
    const workbook = await openWorkbook(foreign(), 'a.xlsm');
    const axis = { visible: true, majorGridlines: false };
    workbook.sheets[0]?.charts.push({
      id: 'new',
      name: 'Chart',
      type: 'Pie',
      series: [{ name: 'n', values: 'B!$A$1' }],
      legend: { visible: false, position: 'bottom' },
      categoryAxis: axis,
      valueAxis: axis,
      left: 0,
      top: 0,
      width: 100,
      height: 100,
    });
    const withChart = await savedParts(workbook);
    expect(withChart('xl/drawings/drawing1.xml')).toContain('<xdr:pic/>');
    expect(withChart('xl/drawings/drawing1.xml')).toContain('graphicFrame');
    const again = await openWorkbook(await saveWorkbook(workbook), 'a.xlsm');
    expect(again.sheets[0]?.charts).toHaveLength(1);
    again.sheets[0]?.charts.pop();
    const without = await savedParts(again);
    expect(without('xl/drawings/drawing1.xml')).toContain('<xdr:pic/>');
    expect(without('xl/drawings/drawing1.xml')).not.toContain('graphicFrame');
    expect(without('xl/charts/chart1.xml')).toBe('');
  });
});
