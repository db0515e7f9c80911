import {
  buildPack,
  packFiles,
  personsOfSheet,
  sheetHtml,
  sheetRows,
  type CaseSheet,
} from '../../../conformance/cases/index.js';
import { returnToXml } from '../../../output/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { readReturn } from '../exercise/read-return.js';

const filesOf = (year: number): ReadonlyMap<string, string> =>
  packFiles(buildPack({ year, la: '202', seed: 'sheet' }), '1.2.3');

const files = new Map(collectionYears.map((year) => [year, filesOf(year)]));

function fileOf(year: number, name: string): string {
  return files.get(year)?.get(name) ?? '';
}

const sheetOf = (year: number): CaseSheet => JSON.parse(fileOf(year, 'sheet.json')) as CaseSheet;

describe.each(collectionYears)('the case sheet of %d', (year) => {
  const sheet = sheetOf(year);
  const xml = fileOf(year, 'return.xml');
  const read = readReturn(Buffer.from(xml, 'utf8'), year);

  it('read back gives the persons of the return, exactly', () => {
    const persons = personsOfSheet(sheet);
    expect(persons.length).toBeGreaterThan(20);
    // What reading knows besides of a record does not go into JSON.
    expect(persons).toEqual(JSON.parse(JSON.stringify(read.persons)));
    const [header] = read.headers;
    expect(returnToXml({ ...(header && { Header: header }), Persons: { Person: [...persons] } }, year)).toBe(xml);
  });

  it('has the header', () => {
    const facts = sheet.header.flatMap((step) => step.facts.map(({ item, value }) => [item, value]));
    const [header] = read.headers;
    expect(Object.fromEntries(facts)).toEqual(
      JSON.parse(JSON.stringify({ ...header?.CollectionDetails, ...header?.Source })),
    );
  });

  it('says the same as rows', () => {
    const [head, ...rows] = sheetRows(sheet);
    expect(head).toEqual(['person', 'story', 'step', 'record', 'item', 'label', 'value', 'meaning']);
    const facts = sheet.persons.flatMap(({ person, steps }) =>
      steps.flatMap(({ record, facts: all }) => all.map(({ item, value }) => [String(person), record, item, value])),
    );
    expect(rows.map(([person, , , record, item, , value]) => [person, record, item, value])).toEqual(facts);
  });

  it('says the same as a page, which needs nothing from elsewhere', () => {
    const html = fileOf(year, 'sheet.html');
    const sections = html.split('<section class="person"').slice(1);
    expect(sections.length).toBe(sheet.persons.length);
    sheet.persons.forEach(({ steps }, index) => {
      const cells = [...(sections[index] ?? '').matchAll(/<td class="value">([^<]*)</g)].map(([, cell]) => cell);
      expect(cells).toEqual(steps.flatMap(({ facts }) => facts.map(({ value }) => value.replaceAll("'", '&#39;'))));
    });
    expect(html).not.toMatch(/<script|https?:|<link|<img|url\(/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('a case sheet', () => {
  const sheet = sheetOf(2026);
  const steps = (name: string) => sheet.persons.find((person) => person.name === name)?.steps ?? [];

  it('goes in the order of a case, and says what codes and dates mean', () => {
    expect(steps('two-placements').map(({ title }) => title)).toEqual([
      'The person',
      'Decision on the request',
      'Decision after the assessment',
      'The plan',
      'Named in the plan 1',
      'Named in the plan 2',
      'Placement 1',
      'Placement 2',
      'Need 1',
      'Need 2',
      'Annual review',
    ]);
    const need = steps('two-placements').find(({ title }) => title === 'Need 1')?.facts;
    expect(need?.at(-1)).toEqual({
      item: 'SENtype',
      label: 'SEN Type of Need',
      value: 'SEMH',
      meaning: 'Social, emotional and mental health',
    });
    const review = steps('two-placements').at(-1)?.facts[0];
    expect(review?.meaning).toMatch(/^\d{1,2} [A-Z][a-z]+ 20\d\d$/);
  });

  it('says which request a step is of, where there are more', () => {
    expect(steps('third-request-of-one-not-matched').at(-1)).toMatchObject({
      title: 'Decision after the assessment (request 3)',
      record: 'Requests[3]/Assessment',
    });
  });

  it('shows what is markup as text', () => {
    const [first] = sheet.persons;
    const description = '<b>&"';
    const html = sheetHtml({ ...sheet, persons: first ? [{ ...first, description }] : [] });
    expect(html).toContain('<p>&lt;b&gt;&amp;&quot;</p>');
    expect(html).not.toContain('<b>');
  });

  it('warns of a year that is provisional', () => {
    expect(fileOf(2027, 'sheet.html')).toContain('provisional');
    expect(fileOf(2026, 'sheet.html')).not.toContain('provisional');
  });

  it('is refused where a record makes no sense', () => {
    const broken = (record: string) => ({
      persons: [
        {
          person: 1,
          name: 'a',
          description: 'b',
          steps: [{ title: 'c', record, facts: [{ item: 'RYA', label: 'd', value: '1', meaning: null }] }],
        },
      ],
    });
    expect(personsOfSheet(broken('Requests[1]'))).toEqual([{ Requests: [{ RYA: '1' }] }]);
    expect(() => personsOfSheet(broken('Requests[3]'))).toThrow(RangeError);
    expect(() => personsOfSheet(broken('Requests[0]'))).toThrow(RangeError);
    expect(() => personsOfSheet(broken('../x'))).toThrow(RangeError);
  });
});
