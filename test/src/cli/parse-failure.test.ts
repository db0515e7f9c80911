import { inPlainWords } from '../../../src/cli/parse-failure.js';

const say = (message: string, ...args: string[]): string =>
  inPlainWords(message, { path: 'years diff', name: 'diff <a> <b>', example: 'sen2kit years diff 2024 2025' }, args);

describe('what yargs says, in plain words', () => {
  it.each([
    ['Missing required argument: year', '--year is needed, as in: sen2kit years diff 2024 2025'],
    [
      'Missing required arguments: year, la, out',
      '--year, --la and --out are needed, as in: sen2kit years diff 2024 2025',
    ],
    [
      'Not enough non-option arguments: got 0, need at least 2',
      'years diff needs <a> and <b>, as in: sen2kit years diff 2024 2025',
    ],
    ['Not enough arguments following: seed', '--seed needs a value, as in: sen2kit years diff 2024 2025'],
    [
      'Invalid values:\n  Argument: format, Given: "sarif", Choices: "text", "json"',
      '--format sarif: one of text, json is needed',
    ],
    [
      'Arguments shard and only-person are mutually exclusive',
      '--shard and --only-person do not go together; give one of the two',
    ],
    ['Some\n  new wording', 'Some new wording; "sen2kit years diff --help" lists what there is'],
    ['', 'the command line makes no sense; "sen2kit years diff --help" lists what there is'],
  ])('%j', (message, line) => {
    expect(say(message)).toBe(line);
  });

  it('names what is not known as it was written', () => {
    const help = '; "sen2kit years diff --help" lists what there is';
    expect(say('Unknown argument: c', 'years', 'diff', 'a', 'b', 'c')).toBe(`years diff does not know c${help}`);
    expect(say('Unknown arguments: foo, x', '--foo=1', '-x')).toBe(`years diff does not know --foo or -x${help}`);
    expect(say('Unknown argument: foo', '--foo', '1')).toBe(`years diff does not know --foo${help}`);
  });
});
