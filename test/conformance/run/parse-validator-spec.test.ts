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
  });

  it.each(['stdio:prog', 'http://localhost/', 'https://example.org/', 'module:./v.mjs'])(
    'says that %s is not there yet',
    (text) => {
      expect(() => parseValidatorSpec(text)).toThrow(ValidatorUsageError);
      expect(() => parseValidatorSpec(text)).toThrow(/not there yet; there are reference, cmd:COMMAND/);
    },
  );

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
