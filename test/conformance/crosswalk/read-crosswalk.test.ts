import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CrosswalkError, parseCrosswalk, readCrosswalk } from '../../../conformance/crosswalk/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const header = 'rule,dfeCode,year,level,note\n';
const read = (rows: string): ReturnType<typeof parseCrosswalk> => parseCrosswalk(`${header}${rows}`, 'x.csv');

describe('a crosswalk', () => {
  it('goes by the year', () => {
    const crosswalk = read('PER-13,X1,2025,query,\nPER-13,X9,2026,,\n');
    expect([2024, 2025, 2026].map((year) => crosswalk.codeOf('PER-13', year))).toEqual([undefined, 'X1', 'X9']);
    expect([2025, 2026].map((year) => crosswalk.levelOf('PER-13', year))).toEqual(['query', undefined]);
    expect(crosswalk.rulesOf('X1', 2026)).toEqual([]);
  });

  it('is one to many both ways', () => {
    const crosswalk = read('PER-12,X1,2025\nPER-13,X1,2025\nPER-13,X2,2025\n');
    expect(crosswalk.rulesOf('X1', 2025)).toEqual(['PER-12', 'PER-13']);
    expect(crosswalk.rulesOf('X2', 2025)).toEqual(['PER-13']);
    expect(crosswalk.codeOf('PER-13', 2025)).toBe('X1');
    expect(crosswalk.codesOf('PER-13', 2025)).toEqual(['X1', 'X2']);
    expect(crosswalk.codesOf('PER-13', 2026)).toEqual([]);
  });

  it('says nothing of a rule whose code is not known yet, but for its level', () => {
    const crosswalk = read('PER-13,,2025,query\n');
    expect(crosswalk.codeOf('PER-13', 2025)).toBeUndefined();
    expect(crosswalk.rulesOf('', 2025)).toEqual([]);
    expect(crosswalk.levelOf('PER-13', 2025)).toBe('query');
  });

  it.each([
    ['a byte order mark and CRLF', '\uFEFFrule,dfeCode,year\r\nPER-13,X1,2025\r\n'],
    ['semicolons', 'rule;dfeCode;year\nPER-13;X1;2025'],
    ['tabs', 'rule\tdfeCode\tyear\nPER-13\tX1\t2025'],
    ['other names and order, and more columns', 'Year,Text,DfE code,RULE\n2025,"a, b",X1,PER-13\n'],
    ['blank rows and white space', 'rule,dfeCode,year\n\n , ,\n PER-13 , X1 , 2025 \n'],
    ['quotes', 'rule,dfeCode,year\n"PER-13","X1","2025"\n'],
    ['old line ends', 'rule,dfeCode,year\rPER-13,X1,2025\r'],
  ])('is read with %s', (_, text) => {
    expect(parseCrosswalk(text, 'x.csv').codeOf('PER-13', 2025)).toBe('X1');
  });

  it('is read in the encoding of Windows', async () => {
    const file = join(temporaryFolder(), 'x.csv');
    writeFileSync(file, Buffer.from('rule,dfeCode,year,note\nPER-13,X1,2025,caf\xe9\n', 'latin1'));
    expect((await readCrosswalk(file)).codeOf('PER-13', 2025)).toBe('X1');
  });

  it.each([
    ['an unknown rule', 'PER-133,X1,2025\n', 'line 2: PER-133 is no rule of any year; did you mean PER-13?'],
    ['no rule', ',X1,2025\n', 'line 2: has no rule; the id of a rule of this kit, such as PER-13, is needed'],
    ['no year', 'PER-13,X1\n', 'line 2: year is blank; one of 2023, 2024, 2025, 2026, 2027 is needed'],
    ['another year', 'PER-13,X1,1999\n', 'line 2: year is "1999"; one of 2023, 2024, 2025, 2026, 2027 is needed'],
    ['a year without the rule', 'PER-09,X1,2023\n', 'line 2: PER-09 is not in force in 2023, but from 2024'],
    ['a level', 'PER-13,X1,2025,warning\n', 'line 2: level is "warning"; error, query or nothing is needed'],
    ['a row twice', 'PER-13,X1,2025\nPER-13,X1,2025\n', 'line 3: PER-13 in 2025 stands twice with the same code'],
    [
      'two levels',
      'PER-13,X1,2025,error\nPER-13,X2,2025,query\n',
      'line 3: PER-13 in 2025 is error and query; only one',
    ],
    ['an open quote', '"PER-13,X1,2025\n', 'line 2: is not CSV'],
  ])('is refused with %s', (_, rows, message) => {
    expect(() => read(rows)).toThrow(CrosswalkError);
    expect(() => read(rows)).toThrow(`x.csv ${message}`);
  });

  it('tells the first few of many faults', () => {
    expect(() => read('A,,\nB,,\nC,,\nD,,\n')).toThrow(/^x\.csv line 2: .*; line 3: .*; line 4: .*; and 1 more$/);
  });

  it('is refused without its columns', () => {
    expect(() => parseCrosswalk('', 'x.csv')).toThrow('x.csv line 1: is empty');
    expect(() => parseCrosswalk('rule,code\n', 'x.csv')).toThrow(
      'x.csv line 1: has no column dfeCode and no column year',
    );
  });

  it('has to be there', async () => {
    await expect(readCrosswalk('/no/such.csv')).rejects.toMatchObject({
      name: 'UnreadableFileError',
      message: '/no/such.csv: no such file',
    });
  });
});
