/**
 * Rows as CSV (RFC 4180, with CRLF). A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it: what stands in a return is not to run when its findings are opened.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
