import { yearModel } from '../../../src/model/index.js';
import { FileFault, ReturnReader, XmlReader, type StructureFinding } from '../../../src/reading/index.js';
import { sample, toXml } from '../validate/sample.js';

const year = 2025;
const clean = toXml(sample(year).ret, year);
const person = '/Message/Persons/Person[1]';
const instance = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

function read(xml: string): string[] {
  const findings: StructureFinding[] = [];
  const reader = new XmlReader(
    new ReturnReader(yearModel(year), {
      structure: (finding) => findings.push(finding),
    }),
  );
  try {
    reader.write(Buffer.from(xml));
    reader.end();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return [error.rule];
  }
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

/** The clean return with one text in place of another, which must be there. */
function swap(before: string, after: string): string {
  if (!clean.includes(before)) throw new RangeError(`the return has no ${before}`);
  return clean.replace(before, after);
}

const rows: readonly (readonly [name: string, xml: string, told: readonly string[]])[] = [
  ['a clean return', clean, []],
  ['another root', '<message/>', ['FILE-04']],
  ['a default namespace', swap('<Message>', '<Message xmlns="urn:x">'), ['FILE-04']],
  ['an element in a namespace, deep inside', swap('<Forename>', '<Forename xmlns="urn:x">'), ['FILE-04']],
  ['one inside an unknown element', swap('<Forename>', '<x><y:z/></x><Forename>'), ['FILE-04']],
  ['the empty namespace, and one that nothing is in', swap('<Message>', '<Message xmlns="" xmlns:x="urn:x">'), []],
  ['the hint at a schema', swap('<Message>', `<Message ${instance} i:noNamespaceSchemaLocation="a.xsd">`), []],
  ['the hint of another kind', swap('<Message>', `<Message ${instance} i:schemaLocation="a b">`), ['FILE-11 /Message']],
  [
    'the hint elsewhere',
    swap('<Persons>', `<Persons ${instance} i:noNamespaceSchemaLocation="a">`),
    ['FILE-11 /Message/Persons'],
  ],
  [
    'its name without its namespace',
    swap('<Message>', '<Message xmlns:i="urn:x" i:noNamespaceSchemaLocation="a">'),
    ['FILE-11 /Message'],
  ],
  ['two attributes on one element', swap('<Forename>', '<Forename a="" b="">'), [`FILE-11 ${person}/Forename`]],
  [
    'attributes on what is left out',
    swap('<Forename>', '<x a=""/><Surname a="">y</Surname><Forename>'),
    [`FILE-06 ${person}/x`, `FILE-08 ${person}/Surname[2]`],
  ],
  ['nothing', '<Message/>', ['FILE-05 /Message/Header', 'FILE-05 /Message/Persons']],
  [
    'an empty header and no person',
    '<Message><Header/><Persons/></Message>',
    ['FILE-05 /Message/Header/CollectionDetails', 'FILE-05 /Message/Header/Source', 'FILE-09 /Message/Persons'],
  ],
  [
    'persons that are none',
    '<Message><Header><CollectionDetails/><Source/></Header><Persons><Pupil/></Persons></Message>',
    ['FILE-06 /Message/Persons/Pupil', 'FILE-09 /Message/Persons'],
  ],
  [
    'an item of another year',
    swap('<Sex>', '<GenderCurrent>1</GenderCurrent><Sex>'),
    [`FILE-06 ${person}/GenderCurrent`],
  ],
  [
    'a known element at another place, with what it holds',
    swap('<Forename>', '<Requests2><Requests/></Requests2><Assessment><x/></Assessment><Forename>'),
    [`FILE-06 ${person}/Requests2`, `FILE-06 ${person}/Assessment`],
  ],
  [
    'one element too late',
    swap('<Surname>Ash</Surname>', '').replace('<Sex>', '<Surname>Ash</Surname><Sex>'),
    [`FILE-07 ${person}/Surname`],
  ],
  [
    'two too late in one container, one in another',
    swap('<Surname>Ash</Surname>', '')
      .replace('<Forename>Bo</Forename>', '')
      .replace('<Sex>', '<Surname>Ash</Surname><Forename>Bo</Forename><Sex>')
      .replace('<SENtype>ASD</SENtype>', '')
      .replace('</SENneed>', '<SENtype>ASD</SENtype></SENneed>'),
    [`FILE-07 ${person}/Surname`, `FILE-07 ${person}/Requests[1]/ActivePlans/SENneed[1]/SENtype`],
  ],
  [
    'a second of its kind too late, and unknown',
    swap('</Person>', '<Surname>x</Surname><y/></Person>'),
    [`FILE-08 ${person}/Surname[2]`, `FILE-06 ${person}/y`],
  ],
  [
    'the header after the persons',
    swap('<Header>', '<!--')
      .replace('</Header>', '-->')
      .replace('</Message>', '<Header><CollectionDetails/><Source/></Header></Message>'),
    ['FILE-07 /Message/Header'],
  ],
  [
    'both spellings of one tag',
    swap('<URN>123456</URN>', '<SENsetting>EHE</SENsetting><SENSetting>EHE</SENSetting>'),
    [`FILE-08 ${person}/Requests[1]/Assessment/NamedPlan/PlanDetail[1]/SENSetting[2]`],
  ],
  [
    'a second assessment',
    swap('<ActivePlans>', '<Assessment><x/></Assessment><ActivePlans>'),
    [`FILE-08 ${person}/Requests[1]/Assessment[2]`],
  ],
  ['elements in a value, twice', swap('<Surname>Ash', '<Surname>A<b/>s<b><c/></b>h'), [`FILE-10 ${person}/Surname`]],
  [
    'text in a container, twice',
    swap('<Surname>', 'x<Surname>').replace('<Forename>', 'y<Forename>'),
    [`FILE-10 ${person}`],
  ],
  ['text in CDATA', swap('<Persons>', '<Persons><![CDATA[x]]>'), ['FILE-10 /Message/Persons']],
  ['white space however written', swap('<Persons>', '<Persons><![CDATA[ ]]>&#32;&#x9;<!-- x --><?y z?>'), []],
  ['a space that is none', swap('<Persons>', '<Persons>\u00a0'), ['FILE-10 /Message/Persons']],
  ['text in an element that is left out', swap('<Persons>', '<x>y</x><Persons>'), ['FILE-06 /Message/x']],
];

describe('the reading of a return', () => {
  it.each(rows)('tells of %s', (_name, xml, told) => {
    expect(read(xml)).toEqual(told);
  });

  it('gives each person with what it holds, and keeps none', () => {
    const made = sample(year);
    made.persons.push({ ...made.person, Forename: 'Cy' });
    const given: unknown[] = [];
    const reader = new XmlReader(
      new ReturnReader(yearModel(year), {
        person: (record, index) => given.push([index, structuredClone(record)]),
      }),
    );
    reader.write(Buffer.from(toXml(made.ret, year)));
    reader.end();
    // What is absent is undefined in the record, which JSON leaves out.
    expect(JSON.parse(JSON.stringify(given))).toEqual([
      [1, made.persons[0]],
      [2, made.persons[1]],
    ]);
  });
});
