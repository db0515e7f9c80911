import { FlakyError, shrink, type Goal, type Shrunk } from '../../../conformance/shrink/index.js';
import type { Validator } from '../../../conformance/run/index.js';
import { buildCases } from '../../../conformance/suite/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { askerOf, reference, referenceSays, removeAskers, validatorThat } from '../asking.js';

afterAll(removeAskers);

const year = 2026;
const clean = returnToXml(generateReturn({ year, la: '202', seed: 'shrink', persons: 40 }), year);

const small = (xml: string, goal: Goal, validator: Validator = reference, maxMs = 60_000): Promise<Shrunk> =>
  shrink(Buffer.from(xml), { asker: askerOf(validator, year), goal, maxMs });

const textOf = ({ file }: Shrunk): string => Buffer.from(file).toString('utf8');

const frame = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Year>2026</Year>
    </CollectionDetails>
  </Header>
${inner}</Message>
`;

/** Replaces the nth of something in a text. */
function nth(text: string, pattern: RegExp, n: number, by: string): string {
  let count = 0;
  return text.replace(new RegExp(pattern, 'g'), (found) => ((count += 1) === n ? by : found));
}

describe('a return that shows something', () => {
  it('is reduced to the one item and its value, with the year that it is of', async () => {
    const wrong = nth(clean, /<Surname>[^<]*</, 23, '<Surname>O Brien 3rd<');
    const shrunk = await small(wrong, { kind: 'reports', rule: 'PER-03' });
    expect(textOf(shrunk)).toBe(
      frame(`  <Persons>
    <Person>
      <Surname>3</Surname>
    </Person>
  </Persons>
`),
    );
    expect(shrunk).toMatchObject({ by: 'elements', persons: { before: 40, after: 1 }, isSmallest: true });
  });

  it('keeps as many persons as it takes', async () => {
    const [upn = ''] = /<UPN>[^<]*<\/UPN>/.exec(clean) ?? [];
    const shrunk = await small(nth(clean, /<UPN>[^<]*<\/UPN>/, 20, upn), { kind: 'reports', rule: 'RET-01' });
    expect(textOf(shrunk).match(/<UPN>/g)).toHaveLength(2);
    expect(shrunk.persons?.after).toBe(2);
  });

  it('proves each step: every smaller file that was taken shows it, and so does the last', async () => {
    const shown: number[] = [];
    const wrong = clean.replace('<RYA>0', '<RYA>5');
    const asker = askerOf(reference, year);
    const goal = { kind: 'reports', rule: 'VAL-Requests.RYA' } as const;
    const shrunk = await shrink(Buffer.from(wrong), {
      asker,
      goal,
      maxMs: 60_000,
      onSmaller: (bytes) => shown.push(bytes),
    });
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.at(-1)).toBe(shrunk.file.length);
    expect(referenceSays(shrunk.file, year).map(({ rule }) => rule)).toContain('VAL-Requests.RYA');
    expect(asker.calls).toBeLessThan(120);
  });

  it.each([
    ['FILE-05', clean.replace(/<Source>[^]*?<\/Source>\n/, ''), /^((?!Source).)*$/s],
    ['FILE-06', nth(clean, /<RYA>/, 9, '<Extra><Deep>1</Deep></Extra><RYA>'), /<Extra\/>/],
    ['FILE-07', clean.replace(/(<Surname>.*\n)( *<Forename>.*\n)/, '$2$1'), /<Forename\/>\s*<Surname\/>/],
    ['FILE-08', clean.replace(/( *<Ethnicity>.*\n)/, '$1$1'), /<Ethnicity\/>\s*<Ethnicity\/>/],
    ['FILE-10', nth(clean, /<Requests>/, 9, '<Requests>words among elements'), /<Requests>w<\/Requests>/],
    ['FILE-11', nth(clean, /<Person>/, 12, '<Person id="1">'), /<Person id="1"\/>/],
    ['FILE-12', nth(clean, /<\/UPN>\n/, 4, '</UPN>\n<UPNunknown/>'), /<UPNunknown\/>/],
    ['FILE-04', clean.replace('<Message>', '<Message xmlns="urn:x">'), /<Message xmlns="urn:x">/],
  ])('of which the structure is wrong is reduced by elements: %s', async (rule, xml, left) => {
    const shrunk = await small(xml, { kind: 'reports', rule });
    expect(shrunk.by).toBe('elements');
    expect(textOf(shrunk)).toMatch(left);
    expect(shrunk.file.length).toBeLessThan(420);
  });

  it.each([
    ['FILE-01', clean.replace('</Surname>', '</surname>'), 12],
    ['FILE-02', clean.replace('UTF-8', 'ISO-8859-1'), 40],
    ['FILE-03', clean.replace('<Message>', '<!DOCTYPE Message><Message>'), 12],
  ])('that cannot be read is reduced by bytes: %s', async (rule, xml, most) => {
    const shrunk = await small(xml, { kind: 'reports', rule });
    expect(shrunk.by).toBe('bytes');
    expect(shrunk.file.length).toBeLessThanOrEqual(most);
    expect(referenceSays(shrunk.file, year).map((one) => one.rule)).toEqual([rule]);
  });

  it('through its layout alone is reduced by bytes', async () => {
    const byLayout = validatorThat((xml) => (xml.includes('\t') && xml.includes('<UPN>') ? [{ rule: 'PER-13' }] : []));
    const shrunk = await small(nth(clean, / {2}<UPN>/, 3, '\t<UPN>'), { kind: 'reports', rule: 'PER-13' }, byLayout);
    expect([shrunk.by, textOf(shrunk)]).toEqual(['bytes', '\t<UPN>']);
  });

  it('is found under a code of the validator, and where its code stands for several rules', async () => {
    const coded = validatorThat((xml) =>
      xml.includes('<Week20>') ? [{ rule: 'ASM-08', anyRuleOf: ['ASM-08', 'ASM-09'], code: 'X7' }] : [],
    );
    for (const rule of ['X7', 'ASM-09', 'ASM-08'])
      expect(textOf(await small(clean, { kind: 'reports', rule }, coded))).toMatch(/<Week20>\d<\/Week20>/);
  });
});

describe('a disagreement', () => {
  const broken = buildCases({ year, seed: 'x', kit: '0', select: ['PER-13.*', 'PER-01.*'] });
  const caseOf = (rule: string): string =>
    Buffer.from(broken.find((one) => one.case.rule === rule)?.file ?? '').toString('utf8');

  it('stays of its kind: a rule that is missed, though other disagreements come with less', async () => {
    // Blind to PER-13, and cries PER-02 where there is no Forename and no Surname.
    const wrong = validatorThat((xml, of) => [
      ...referenceSays(xml, of).filter(({ rule }) => rule !== 'PER-13'),
      ...(xml.includes('Surname') ? [] : [{ rule: 'PER-99' }]),
    ]);
    const shrunk = await small(caseOf('PER-13'), { kind: 'missed', rule: 'PER-13' }, wrong);
    expect(textOf(shrunk)).toMatch(/<Person>\s*<UPN>[^<]{13}<\/UPN>\s*<\/Person>/);
    expect(referenceSays(shrunk.file, year).map(({ rule }) => rule)).toContain('PER-13');
  });

  it('may be a rule that is raised', async () => {
    const wrong = validatorThat((xml, of) => [
      ...referenceSays(xml, of),
      ...(xml.includes('<RYA>0')
        ? [{ rule: 'REQ-04', path: '/Message/Persons/Person[1]/Requests[1]/RYA', level: 'error' }]
        : []),
    ]);
    const shrunk = await small(caseOf('PER-01'), { kind: 'raised', rule: 'REQ-04' }, wrong);
    expect(textOf(shrunk)).toMatch(/<RYA>0<\/RYA>/);
  });

  it('may be that the validator gives no answer', async () => {
    const crashing = validatorThat((xml) => {
      if (xml.includes('<TransferLA>') || xml.includes('<Ethnicity>')) throw new Error('crash');
      return [];
    });
    expect(textOf(await small(clean, { kind: 'fails' }, crashing))).toMatch(/<(?:Ethnicity|TransferLA)\/?>/);
  });
});

describe('a validator that cannot be relied on', () => {
  it('is found out at the start', async () => {
    let times = 0;
    const flaky = validatorThat(() => ((times += 1) % 2 === 1 ? [{ rule: 'PER-13' }] : []));
    await expect(small(clean, { kind: 'reports', rule: 'PER-13' }, flaky)).rejects.toThrow(FlakyError);
  });

  it('is found out at the end', async () => {
    let times = 0;
    const tiring = validatorThat(() => ((times += 1) <= 8 ? [{ rule: 'PER-13' }] : []));
    await expect(small(clean, { kind: 'reports', rule: 'PER-13' }, tiring)).rejects.toThrow(FlakyError);
  });
});

describe('the time', () => {
  it('ends the reduction with what is smallest so far', async () => {
    let clock = 0;
    const asker = askerOf(reference, year);
    const xml = nth(clean, /<Surname>[^<]*</, 23, '<Surname>O Brien 3rd<');
    const shrunk = await shrink(Buffer.from(xml), {
      asker,
      goal: { kind: 'reports', rule: 'PER-03' },
      maxMs: 5,
      now: () => (clock += 1),
    });
    expect(shrunk.isSmallest).toBe(false);
    expect(shrunk.persons?.after).toBeLessThan(40);
    expect(shrunk.persons?.after).toBeGreaterThan(1);
    expect(referenceSays(shrunk.file, year).map(({ rule }) => rule)).toContain('PER-03');
  });
});
