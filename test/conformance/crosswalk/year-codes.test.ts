import { bothCrosswalks, codeText, parseCrosswalk, yearCodes } from '../../../conformance/crosswalk/index.js';

const read = (rows: string): ReturnType<typeof parseCrosswalk> =>
  parseCrosswalk(`rule,dfeCode,year,level\n${rows}`, 'x.csv');

describe('the codes of a year', () => {
  it('are those that are known, in the order of the catalogue, several in one text', () => {
    const crosswalk = read(
      'PER-14,X3,2025,\nPER-13,X1,2025,query\nPER-13,"X\n2",2025,\nPER-12,,2025,error\nPER-12,X9,2026,\n',
    );
    const { codes, levels } = yearCodes(crosswalk, 2025);
    expect(Object.entries(codes)).toEqual([
      ['PER-13', 'X1, X 2'],
      ['PER-14', 'X3'],
    ]);
    expect(Object.entries(levels)).toEqual([
      ['PER-12', 'error'],
      ['PER-13', 'query'],
    ]);
    expect(codeText(crosswalk, 'PER-12', 2025)).toBeUndefined();
    expect(yearCodes(crosswalk, 2024)).toEqual({ codes: {}, levels: {} });
  });
});

describe('two crosswalks', () => {
  it('are one in which the first comes first, by rule and by code', () => {
    const both = bothCrosswalks(
      read('PER-13,X1,2025,query\nPER-12,,2025,query\n'),
      read('PER-13,X2,2025,error\nPER-12,X3,2025,error\nPER-14,X1,2025,\n'),
    );
    expect(['PER-12', 'PER-13', 'PER-14', 'PER-15'].map((rule) => both.codesOf(rule, 2025))).toEqual([
      ['X3'],
      ['X1'],
      ['X1'],
      [],
    ]);
    expect(['PER-12', 'PER-13', 'PER-14'].map((rule) => both.codeOf(rule, 2025))).toEqual(['X3', 'X1', 'X1']);
    expect(['X1', 'X2', 'X4'].map((code) => both.rulesOf(code, 2025))).toEqual([['PER-13'], ['PER-13'], []]);
    expect(['PER-12', 'PER-13', 'PER-14'].map((rule) => both.levelOf(rule, 2025))).toEqual([
      'query',
      'query',
      undefined,
    ]);
  });
});
