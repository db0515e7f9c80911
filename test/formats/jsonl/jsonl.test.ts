import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { returnToXml } from '../../../output/index.js';
import { read, refusal, removeFolders, sampleReturn, temporaryFolder, write } from '../kit.js';

afterAll(removeFolders);

const year = 2025;
const sample = sampleReturn(year, 3);
const xml = returnToXml(sample, year);
const folder = temporaryFolder();
const file = join(folder, 'return.jsonl');
await write('jsonl', join(folder, 'made.jsonl'), sample, year);
const lines = readFileSync(join(folder, 'made.jsonl'), 'utf8').trimEnd().split('\n');

function reading(text: string | Uint8Array, asked?: number): ReturnType<typeof read> {
  writeFileSync(file, text);
  return read('jsonl', file, asked);
}

const withPerson = (text: string): string => `${lines[0] ?? ''}\n\n${text}\n`;

describe('a return in JSON Lines', () => {
  it('has a line with the year and header, and a line a person', () => {
    expect(lines.length).toBe(4);
    expect(lines[0]).toMatch(/^{"sen2":{"format":1,"year":2025,"header":{"CollectionDetails":{"Collection":"SEN2",/);
    expect(lines[1]).toMatch(/^{"Surname":"/);
    expect(lines.join()).not.toMatch(/null|undefined/);
  });

  it.each([
    ['with a byte order mark and CRLF', `\ufeff${lines.join('\r\n')}\r\n`],
    ['with blank lines, and none at the end', lines.join('\n \n\n')],
    ['with spaces, and names in another order', spaced()],
  ])('%s is the same return', async (_what, text) => {
    expect(await reading(text)).toEqual({ xml, remarks: [] });
  });

  it('takes both spellings of SENSetting', async () => {
    const text = lines.join('\n').replaceAll('"SENSetting"', '"SENsetting"');
    expect((await reading(text)).xml).toBe(xml);
  });

  it('may have items that are there and empty, and records without any', async () => {
    const { xml: made } = await reading(withPerson('{"UPN":"","Requests":[{"ActivePlans":{}}]}'));
    expect(made).toMatch(/<UPN\/>[^]*<ActivePlans\/>/);
  });

  it.each([
    ['', /line 1 is not there; the first line has to be such as/],
    ['{"Surname":"Hidden"}', /line 1 does not say sen2/],
    ['{"sen2":{"format":2}}', /line 1 has no format that this program knows/],
    ['{"sen2":{"format":1,"year":2025}}', /line 1: header is not there, and has to be an object/],
    [withPerson('{"Surname":"Hidden"'), /line 3 is not JSON/],
    [withPerson('["Hidden"]'), /line 3: Person is a list, and has to be an object/],
    [withPerson('{"Surname":1}'), /line 3: Person\/Surname is a number, and has to be a text/],
    [withPerson('{"UPN":null}'), /line 3: Person\/UPN is null, and has to be a text; what is not there is left out/],
    [withPerson('{"GenderCurrent":"Hidden"}'), /line 3: Person has GenderCurrent, which is not in Person in 2025/],
    [withPerson('{"Hidden name, 1":"x"}'), /line 3: Person has a name, which is not/],
    [withPerson('{"__proto__":{}}'), /line 3: Person has __proto__, which is not/],
    [withPerson('{"Requests":{}}'), /line 3: Person\/Requests is an object, and has to be a list/],
    [withPerson('{"Requests":[{},{"Assessment":[]}]}'), /line 3: Person\/Requests\[2\]\/Assessment is a list/],
    [withPerson('{"Surname":"Hidden","Surname":"b"}'), /line 3 has a name twice in one object/],
    [withPerson('{"Surname":"Hidden\\u0001"}'), /line 3: Person\/Surname has a control character/],
    [withPerson('{"Surname":"\\ud800"}'), /line 3: Person\/Surname has a control character or half/],
    [withPerson('['.repeat(100_000)), /line 3 is not JSON/],
  ])('is refused for what makes no sense, and no value is told: %#', async (text, said) => {
    const message = await refusal('FormatError', reading(text));
    expect(message).toMatch(said);
    expect(message).not.toContain('Hidden');
  });

  it('is refused where it is not in UTF-8 or has no year that is known', async () => {
    expect(await refusal('FormatError', reading(Buffer.from(withPerson('{"Surname":"Zoë"}'), 'latin1')))).toMatch(
      /line 3 is not in UTF-8/,
    );
    const text = (lines[0] ?? '').replace('"year":2025', '"year":1999');
    expect(await refusal('UnknownYearError', reading(text))).toMatch(/known years/);
    expect((await reading(text, 2025)).xml).toContain('<Persons/>');
  });
});

function spaced(): string {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, held]): [string, unknown] => [name, turned(held)]);
    return Object.fromEntries(entries.reverse());
  };
  return lines.map((line) => JSON.stringify(turned(JSON.parse(line)), null, 1).replaceAll(/\n */g, ' ')).join('\n');
}
