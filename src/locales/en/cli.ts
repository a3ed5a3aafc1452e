export const cli = {
  fileMissing: ({ file }: { file: string }) => `There is no file ${file}. Check the path.`,
  fileUnreadable: ({ file, reason }: { file: string; reason: string }) => `${file} can’t be read: ${reason}`,
  fileUnwritable: ({ file, reason }: { file: string; reason: string }) =>
    `${file} can’t be written: ${reason}`,
  /** Why a file can't be written, by the code of the system. */
  unwritable: {
    ENOENT: 'there is no such folder. Create it, or name another file.',
    ENOTDIR: 'there is no such folder. Create it, or name another file.',
    EISDIR: 'it is a folder. Add the name of the file.',
    EACCES: 'you may not write there. Name another folder.',
    EPERM: 'you may not write there. Name another folder.',
    EROFS: 'you may not write there. Name another folder.',
    EBUSY: 'another program has it open. Close it there, or name another file.',
    ENOSPC: 'the disk is full.',
  },
  outputIsSource: ({ file }: { file: string }) =>
    `${file} is the workbook to build from, which is only read. Name another file.`,
  templateUnknown: ({ id, known }: { id: string; known: string }) =>
    `There is no template “${id}”. Known: ${known}.`,
  noSource: ({ roles }: { roles: string }) =>
    `No sheet is recognised as ${roles}. Run “scan” to see how the sheets are read, and say with --map which one it is.`,
  noSourceOrBlank: ({ roles }: { roles: string }) =>
    `No sheet is recognised as ${roles}. Run “scan” to see how the sheets are read, and say with --map which one it is; {"source": null} builds an empty one.`,
  neverBlank: ({ id }: { id: string }) => `“${id}” can’t be built without a source.`,
  companionUnknown: ({ id, template, known }: { id: string; template: string; known: string }) =>
    `“${template}” has no companion “${id}”. Known: ${known}.`,
  companionSingle: ({ id }: { id: string }) => `The companion “${id}” is one sheet.`,
  companionMissing: ({ id, label, roles }: { id: string; label: string; roles: string }) =>
    `It can’t be built without “${label}”, and no other sheet is recognised as ${roles}. Say with --map which one it is: {"companions": {"${id}": ["…"]}}.`,
  optionUnknown: ({ id, template, known }: { id: string; template: string; known: string }) =>
    `“${template}” has no option “${id}”. Known: ${known}.`,
  optionValueUnknown: ({ id, value, known }: { id: string; value: string; known: string }) =>
    `The option “${id}” can’t be “${value}”. Known: ${known}.`,
  sourceUnknown: ({ sheet, known }: { sheet: string; known: string }) =>
    `There is no table on a sheet “${sheet}”. Sheets with tables: ${known}.`,
  mapInvalid: ({ file, where, expected }: { file: string; where: string; expected: string }) =>
    `${file}: ${where} should be ${expected}.`,
  mapNotJson: ({ file, reason }: { file: string; reason: string }) => `${file} is not JSON: ${reason}`,
  headerUnknown: ({ sheet, header, known }: { sheet: string; header: string; known: string }) =>
    `“${sheet}” has no column “${header}”. Its columns: ${known}.`,
  dateInvalid: ({ text }: { text: string }) =>
    `“${text}” is no date. Write it as YYYY-MM-DD, e.g. 2024-04-30.`,
  built: ({ file, sheets, rows }: { file: string; sheets: string; rows: number }) =>
    `${file}: added ${sheets} from ${rows} rows.`,
  planMissing: ({ file }: { file: string }) => `${file} has no plan sheet.`,
  checkTotals: (d: {
    rows: number;
    right: number;
    expected: string;
    submitted: string;
    difference: string;
  }) =>
    `${d.right} of ${d.rows} rows agree. Due ${d.expected}, submitted ${d.submitted}, difference ${d.difference}.`,
  sheetHeading: ({ name }: { name: string }) => `Sheet “${name}”`,
  noTable: 'no table',
  tableLine: ({ range, role, rows, header }: { range: string; role: string; rows: number; header: string }) =>
    `${range}: ${role}, ${rows} rows, header ${header}`,
  noHeader: 'none',
  unexpected: ({ message }: { message: string }) => `Something unexpected went wrong: ${message}`,
};
