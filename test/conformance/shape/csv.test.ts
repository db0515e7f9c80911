import { toCsv } from '../../../conformance/shape/index.js';
import { parseCsv } from '../../src/cli/parse-csv.js';

describe('CSV', () => {
  it('comes back as it was, whatever stands in a cell', () => {
    const rows = [
      ['id', 'a "quoted" word', 'one, two', 'two\r\nlines', ''],
      ["it's", ' spaces ', 'ü', '"', ',,'],
    ];
    expect(parseCsv(toCsv(rows))).toEqual(rows);
  });

  it('ends each row with CRLF and quotes no more than it must', () => {
    expect(
      toCsv([
        ['a', 'b c'],
        ['1,2', '"'],
      ]),
    ).toBe('a,b c\r\n"1,2",""""\r\n');
  });

  it.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx'])('lets no spreadsheet take %j for a formula', (text) => {
    expect(parseCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
  });
});
