import fc from 'fast-check';
import { cellName, parseAddress } from '../../../formats/excel/address.js';
import { escapeCellText, unescapeCellText } from '../../../formats/excel/escape-text.js';
import { labelKey, nameKey } from '../../../formats/excel/label-key.js';
import { isDateCode } from '../../../formats/excel/sheet/read-styles.js';

describe('escapeCellText', () => {
  it('writes as Excel does what XML would change', () => {
    expect(escapeCellText('a\r\nb')).toBe('a_x000D_\nb');
    expect(escapeCellText('_x000D_')).toBe('_x005F_x000D_');
    expect(escapeCellText('snake_case _x1')).toBe('snake_case _x1');
  });

  it('is undone by unescapeCellText', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[_x0-9A-Fa-f\r\u007f]{0,20}$/), (text) => {
        const escaped = escapeCellText(text);
        expect(escaped).not.toMatch(/[\r\u007f]/);
        expect(unescapeCellText(escaped)).toBe(text);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('leaves as it is written what XML could not carry', () => {
    expect(unescapeCellText('a_x0001_')).toBe('a_x0001_');
    expect(unescapeCellText('_xD83D__xDE00_')).toBe('😀');
  });
});

describe('addresses', () => {
  it.each([
    ['A1', 1, 1],
    ['Z9', 9, 26],
    ['AA10', 10, 27],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s is row %d, column %d', (name, row, column) => {
    expect(cellName(row, column)).toBe(name);
    expect(parseAddress(name)).toEqual({ row, column });
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'a1', 'A1:B2'])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('labels and names', () => {
  it('mean the same whatever their case, white space, dashes and brackets', () => {
    expect(labelKey('SEN\u00a0 setting —\nEstablishment TYPE ')).toBe(labelKey('SEN Setting – Establishment type'));
    expect(labelKey('Date of birth')).toBe(labelKey('Date of Birth \n(ccyy-mm-dd)'));
    expect(labelKey('SEN Setting - Other')).not.toBe(labelKey('SEN Setting – Establishment type'));
  });

  it('of tables mean the same in the plural', () => {
    expect(nameKey(' assessment  record')).toBe(nameKey('Assessments Records'));
    expect(nameKey('Plan Detail Records')).not.toBe(nameKey('Named Plan Records'));
  });
});

describe('isDateCode', () => {
  it.each(['dd/mm/yyyy', 'yyyy-mm-dd;@', '[$-809]d mmmm yyyy', '[h]:mm', 'mmm-yy'])(
    '%s shows a date or time',
    (code) => {
      expect(isDateCode(code)).toBe(true);
    },
  );

  it.each(['General', '0.00', '#,##0 "days"', '@', '[Red]0', '0\\d', '_-£* #,##0', 'Standard', '0.00E+00'])(
    '%s does not',
    (code) => {
      expect(isDateCode(code)).toBe(false);
    },
  );
});
