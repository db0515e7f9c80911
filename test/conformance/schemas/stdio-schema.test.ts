import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseCommandWords, stdioValidator } from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const schemas = resolve('conformance/schemas');
const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of readdirSync(schemas)) ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object);

/** @param part of the schema, such as #/$defs/hello; all of it where empty */
function faults(part: string, message: unknown): unknown {
  const validate = ajv.getSchema(`urn:sen2kit:stdio:v1${part}`);
  if (!validate) throw new Error(`there is no ${part}`);
  return validate(message) === true ? [] : validate.errors?.map((e) => `${e.instancePath} ${e.message ?? ''}`);
}

const hello = {
  protocol: 1,
  validator: { name: 'Over stdio', version: '1' },
  years: [2025],
  granularity: 'path',
  levels: true,
};

/** A program for stdio: that writes down all that is said, both ways. */
const recorder = `
  const { appendFileSync, writeSync } = require('node:fs');
  const log = (entry) => appendFileSync(process.argv[2], JSON.stringify(entry) + '\\n');
  const say = (from) => { log({ from }); writeSync(1, JSON.stringify(from) + '\\n'); };
  const person = { index: 1, upn: 'A', surname: 'S' };
  const findings = [{ rule: 'PER-13', level: 'error', path: '/Message', person, line: 1, message: 'm' }];
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const to = JSON.parse(line);
    log({ to });
    if (to.cmd === 'start') say(${JSON.stringify(hello)});
    else if (to.cmd === 'validate') {
      const rest = to.file.includes('found') ? { findings } : { [/(\\w+)\\.xml/.exec(to.file)[1]]: 'why' };
      say({ id: to.id, ...rest });
    }
  });`;

describe('the schema of the stdio protocol', () => {
  it('holds for all that is said over stdio, both ways', async () => {
    const folder = temporaryFolder();
    const log = join(folder, 'said.ndjson');
    writeFileSync(join(folder, 'v.cjs'), recorder);
    const command = parseCommandWords(`'${process.execPath}' '${join(folder, 'v.cjs')}' '${log}'`);
    const validator = await stdioValidator(command);
    const answers = [];
    for (const file of ['/found.xml', '/unsupported.xml', '/error.xml']) {
      answers.push((await validator.validate({ file, year: 2025 })).kind);
    }
    await validator.close();
    expect(answers).toEqual(['findings', 'unsupported', 'could-not-run']);
    const lines = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { to?: unknown; from?: unknown });
    for (const { to, from } of lines) {
      const [way, message] = to === undefined ? ['fromValidator', from] : ['toValidator', to];
      expect([message, faults(`#/$defs/${way}`, message)]).toEqual([message, []]);
      expect(faults('', message)).toEqual([]);
    }
    const words = lines.map(({ to }) => (to as { cmd?: string } | undefined)?.cmd).filter(Boolean);
    expect(words).toEqual(['start', 'validate', 'validate', 'validate', 'stop']);
    expect(lines.length).toBe(words.length + 4);
  });

  it.each<[string, object]>([
    ['another protocol', { ...hello, protocol: 2 }],
    ['a hello without years', { ...hello, years: [] }],
    ['an empty name', { ...hello, validator: { name: ' ' } }],
    ['levels that are text', { ...hello, levels: 'yes' }],
    ['an unknown granularity', { ...hello, granularity: 'cell' }],
    ['an answer without an id', { findings: [] }],
    ['an id that is a number', { id: 7, findings: [] }],
    ['an answer that says nothing', { id: '7', findings: null }],
    ['an answer that says two things', { id: '7', findings: [], error: 'no' }],
    ['a finding without a rule', { id: '7', findings: [{ path: '/a' }] }],
    ['what the kit says', { cmd: 'stop' }],
  ])('refuses of a validator over stdio what the kit refuses: %s', (_, message) => {
    expect(faults('#/$defs/fromValidator', message)).not.toEqual([]);
  });

  it('takes from a validator over stdio more than is asked for', () => {
    for (const message of [
      { ...hello, more: 1, validator: { name: 'A', version: null } },
      { id: '7', findings: null, error: { code: 3 }, took: 4 },
      { id: '7', findings: [{ rule: 'X', path: null, person: { index: 3, upn: 'A' }, line: 1 }] },
    ]) {
      expect(faults('#/$defs/fromValidator', message)).toEqual([]);
    }
  });
});
