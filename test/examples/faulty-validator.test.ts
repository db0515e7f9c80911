import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('examples/faulty-validator/faulty-validator.mjs');
const folder = mkdtempSync(join(tmpdir(), 'sen2kit test '));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(content: string | Uint8Array, year = '2025'): { findings: string[]; status: number | null } {
  const file = join(folder, 'return.xml');
  writeFileSync(file, content);
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, file, year], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const answer = JSON.parse(stdout) as { format: number; findings: { rule: string; level: string; path: string }[] };
  expect(answer.format).toBe(1);
  return { findings: answer.findings.map((f) => `${f.rule} ${f.level} ${f.path}`), status };
}

const clean = `<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails><Collection>SEN2</Collection><Year>2025</Year><ReferenceDate>2025-01-16</ReferenceDate></CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>202</LEA><SoftwareCode>any</SoftwareCode></Source>
  </Header>
  <Persons>
    <Person>
      <Surname>Green</Surname><Forename>Ada</Forename><PersonBirthDate>2012-03-04</PersonBirthDate><Sex>F</Sex>
      <Ethnicity>WBRI</Ethnicity><PostCode>N1 1AA</PostCode><UPN>B801200005001</UPN><UniqueLearnerNumber>9276308686</UniqueLearnerNumber>
      <Requests><ReceivedDate>2024-05-01</ReceivedDate><RequestOutcome>A</RequestOutcome></Requests>
    </Person>
    <Person>
      <Surname>Brown</Surname><Forename>Max</Forename><PersonBirthDate>2021-03-04</PersonBirthDate><Sex>M</Sex>
      <Ethnicity>WBRI</Ethnicity><PostCode>N1 1AA</PostCode><UPNunknown>UN1</UPNunknown>
      <Requests><ReceivedDate>2024-05-01</ReceivedDate><RequestOutcome>A</RequestOutcome></Requests>
    </Person>
  </Persons>
</Message>
`;
const first = '/Message/Persons/Person[1]';
const second = '/Message/Persons/Person[2]';

describe('the faulty validator', () => {
  it('finds nothing in a clean return', () => {
    expect(run(clean)).toEqual({ findings: [], status: 0 });
  });

  it.each<[string, (xml: string) => string, string[]]>([
    ['catches HDR-01', (xml) => xml.replace('SEN2', ''), ['HDR-01 error /Message/Header/CollectionDetails/Collection']],
    [
      'catches HDR-02',
      (xml) => xml.replace('<Year>2025', '<Year>2024'),
      ['HDR-02 error /Message/Header/CollectionDetails/Year'],
    ],
    ['catches HDR-05', (xml) => xml.replace('<LEA>202</LEA>', ''), ['HDR-05 error /Message/Header/Source/LEA']],
    ['catches HDR-06', (xml) => xml.replace('any', ' '), ['HDR-06 error /Message/Header/Source/SoftwareCode']],
    ['catches PER-01', (xml) => xml.replace('Green', ''), [`PER-01 error ${first}/Surname`]],
    ['catches PER-02', (xml) => xml.replace('<Forename>Max</Forename>', ''), [`PER-02 error ${second}/Forename`]],
    ['catches PER-09', (xml) => xml.replace('<Sex>F</Sex>', '<Sex/>'), [`PER-09 error ${first}/Sex`]],
    ['catches PER-10', (xml) => xml.replace('<Ethnicity>WBRI</Ethnicity>', ''), [`PER-10 error ${first}/Ethnicity`]],
    ['catches PER-12', (xml) => xml.replace('B801200005001', 'B80120000500'), [`PER-12 error ${first}/UPN`]],
    ['catches PER-18', (xml) => xml.replace('9276308686', '9276308687'), [`PER-18 error ${first}/UniqueLearnerNumber`]],
    ['catches PER-23', (xml) => xml.replace(/<Requests>.*<\/Requests>/, ''), [`PER-23 error ${first}/Requests`]],
    ['catches PER-13 of a permanent UPN', (xml) => xml.replace('B801', 'A801'), [`PER-13 error ${first}/UPN`]],
    ['misses PER-13 of a temporary UPN', (xml) => xml.replace('B801200005001', 'A80120000500A'), []],
    ['misses PER-17 of a ULN that begins with 0', (xml) => xml.replace('9276308686', '0276308686'), []],
    [
      'has a false alarm of PER-21',
      (xml) => xml.replace('2021-03-04', '2019-03-04'),
      [`PER-21 query ${second}/UPNunknown`],
    ],
    [
      'has PER-11 at the wrong level',
      (xml) => xml.replace('<PostCode>N1 1AA</PostCode>', ''),
      [`PER-11 error ${first}/PostCode`],
    ],
    [
      'has PER-04 at the wrong person',
      (xml) => xml.replace('2012-03-04', ''),
      [`PER-04 error ${second}/PersonBirthDate`],
    ],
    [
      'has a false alarm of REQ-02',
      (xml) => xml.replace('2024-05-01', '2025-01-16'),
      [`REQ-02 error ${first}/Requests[1]/ReceivedDate`],
    ],
    [
      'has REQ-06 for REQ-05',
      (xml) => xml.replace('<RequestOutcome>A</RequestOutcome>', ''),
      [`REQ-06 error ${first}/Requests[1]/RequestOutcome`],
    ],
  ])('%s', (_, change, findings) => {
    const changed = change(clean);
    expect(changed).not.toBe(clean);
    expect(run(changed)).toEqual({ findings, status: findings.length > 0 ? 1 : 0 });
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no XML', 'all fine'],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x3c])],
    ['half a return', clean.slice(0, 900)],
    ['UTF-16', Buffer.from(clean, 'utf16le')],
  ])('does not fail on %s', (_, content) => {
    expect(run(content).findings.every((finding) => typeof finding === 'string')).toBe(true);
  });

  it('does not fail without a file or a year', () => {
    for (const words of [[], [join(folder, 'none.xml')], [folder, '2025'], [program, 'soon']]) {
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
      expect([stdout, stderr]).toEqual(['{"format":1,"findings":[]}\n', '']);
    }
  });

  it('says at its top what it gets wrong, in words the tests above bear out', () => {
    const top = readFileSync(program, 'utf8').split('import')[0] ?? '';
    for (const rule of ['PER-13', 'PER-17', 'PER-21', 'PER-11', 'PER-04', 'REQ-02', 'REQ-05']) {
      expect(top.slice(top.indexOf('Wrong:'))).toContain(rule);
    }
  });
});
