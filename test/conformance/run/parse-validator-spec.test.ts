import {
  ValidatorUsageError,
  fillTemplate,
  parseCommandTemplate,
  parseValidatorSpec,
} from '../../../conformance/run/index.js';

describe('parseValidatorSpec', () => {
  it('reads the kinds there are', () => {
    expect(parseValidatorSpec('reference')).toEqual({ kind: 'reference' });
    expect(parseValidatorSpec('xsd:my schemas/sen2:2025.xsd')).toEqual({
      kind: 'xsd',
      file: 'my schemas/sen2:2025.xsd',
    });
    expect(parseValidatorSpec('cmd:java -jar v.jar {file}')).toMatchObject({
      kind: 'cmd',
      template: { words: ['java', '-jar', 'v.jar', '{file}'], hasOut: false },
    });
    expect(parseValidatorSpec(`stdio:'my checks/run' --year={year} -`)).toEqual({
      kind: 'stdio',
      command: { text: `'my checks/run' --year={year} -`, words: ['my checks/run', '--year={year}', '-'] },
    });
    expect(parseValidatorSpec('module:./C:v.mjs')).toEqual({ kind: 'module', file: './C:v.mjs' });
  });

  it.each([
    'http://localhost:8080/check?year={year}',
    'https://${env:HOST}/v1/sen2?key=${env:KEY}',
    'http://[::1]:80/',
  ])('takes %s as it was written', (address) => {
    expect(parseValidatorSpec(address)).toEqual({ kind: 'http', address });
  });

  it.each(['', 'Reference', 'prog {file}', 'exec:prog {file}', 'reference:'])(
    'refuses "%s" with the list of kinds',
    (text) => {
      expect(() => parseValidatorSpec(text)).toThrow(ValidatorUsageError);
      expect(() => parseValidatorSpec(text)).toThrow(/is no validator; there are reference, cmd:COMMAND/);
    },
  );

  it.each([
    ['cmd:', /names no program/],
    ['cmd:  ', /names no program/],
    ['cmd:prog', /put \{file\}/],
    ['cmd:prog "{file}', /not closed/],
    ['stdio:', /^stdio: names no program; write stdio:COMMAND$/],
    ['stdio:prog "a', /^stdio:prog "a has a " that is not closed$/],
    ['stdio:prog {file}', /gets its files over standard input; leave out \{file\}/],
    ['stdio:prog -o{out}', /leave out \{out\}/],
    ['http:', /http: is no address; write http/],
    ['http:localhost', /is no address; write http:\/\/ or https/],
    ['http://', /is no address/],
    ['https://a b/', /is no address/],
    ['http://host:port/', /is no address/],
    ['https://me:pass@host/', /^the address holds a user name or password/],
    ['https://me@host/', /^the address holds a user name or password/],
    ['https://${env:ME}:${env:PASS}@host/', /^the address holds a user name or password/],
    ['https://host/?api_key=abc', /^the address gives api_key as it is.*write api_key=\$\{env:NAME\}$/],
    ['https://host/?token=${env:A}&token=abc', /gives token as it is/],
    ['https://host/${KEY}', /write \$\{env:NAME\}/],
    ['module:', /^module: names no file; write module:FILE$/],
    ['xsd:', /names no file/],
  ])('refuses %s', (text, reason) => {
    expect(() => parseValidatorSpec(text)).toThrow(ValidatorUsageError);
    expect(() => parseValidatorSpec(text)).toThrow(reason);
  });
});

describe('parseCommandTemplate', () => {
  it.each<[string, string[]]>([
    ['a  b\tc {file}', ['a', 'b', 'c', '{file}']],
    [`'a b' "c d" e' 'f {file}`, ['a b', 'c d', 'e f', '{file}']],
    [`a '' "" {file}`, ['a', '', '', '{file}']],
    [`a\\ b \\' \\\\ {file}`, ['a b', `'`, '\\', '{file}']],
    [`"a\\"b" "c\\d" "\\$e" {file}`, ['a"b', 'c\\d', '$e', '{file}']],
    [`'a\\b"' {file}`, ['a\\b"', '{file}']],
    [`a | b > c; $(d) \`e\` ~ {file}`, ['a', '|', 'b', '>', 'c;', '$(d)', '`e`', '~', '{file}']],
  ])('splits %s', (text, words) => {
    expect(parseCommandTemplate(text).words).toEqual(words);
  });

  it('fills places within words, and nothing in what they are filled with', () => {
    const template = parseCommandTemplate('run {file} -y{year} --out={out} {other}');
    const words = fillTemplate(template, { file: '/a b/{year}.xml', year: 2026, out: '/tmp/$&' });
    expect(words).toEqual(['run', '/a b/{year}.xml', '-y2026', '--out=/tmp/$&', '{other}']);
    expect(template.hasOut).toBe(true);
  });
});
