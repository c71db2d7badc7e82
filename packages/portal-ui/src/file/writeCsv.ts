/** Spreadsheets take a cell that starts like this for a formula. */
const startsFormula = /^[=+\-@\t\r]/;

/** Comma-separated values as in RFC 4180, safe to open in a spreadsheet. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const cell = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
