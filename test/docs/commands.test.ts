import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAdapter } from '../../conformance/adapt/index.js';
import { parseKnownFailing } from '../../conformance/known/index.js';
import { breaks, caseIdOf } from '../../scenarios/index.js';
import { removeFolders, sen2kit, temporaryFolder } from '../src/cli/kit.js';

afterAll(removeFolders);

/** What users read: every command line in it must be one. */
const pages = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))];

/** The command lines of a page, from its blocks and from within its sentences. */
function commandsIn(text: string): string[] {
  let isBlock = false;
  const code = text.split('\n').flatMap((line) => {
    if (line.startsWith('```')) isBlock = !isBlock;
    return isBlock ? [line] : Array.from(line.matchAll(/`([^`]+)`/g), ([, inline = '']) => inline);
  });
  return code.flatMap((line) => /(?:^|\s)(?:npx )?(sen2kit [a-z].*)$/.exec(line)?.[1] ?? []);
}

const commands = pages.flatMap((page) =>
  commandsIn(readFileSync(page, 'utf8')).map((line): [string, string] => [page, line]),
);

const helps = new Map<string, Promise<string>>();

/** The help of a command, which lists its options. */
function helpOf(words: readonly string[]): Promise<string> {
  const name = words.join(' ');
  const help = helps.get(name) ?? sen2kit('.', ...words, '--help').then(({ stdout }) => stdout);
  helps.set(name, help);
  return help;
}

describe('the command lines in what users read', () => {
  it('are many', () => {
    expect(commands.length).toBeGreaterThan(20);
  });

  it.each(commands)('%s: %s', async (_page, line) => {
    // What is between quotes is the user's own; a redirection or another command after it is the shell's.
    const [own = ''] = line.replace(/"[^"]*"|'[^']*'/g, 'X').split(/\s[|>&;]/);
    const words = own.trim().split(/\s+/).slice(1);
    const [first = '', second = ''] = words;
    const path = ['rules', 'years'].includes(first) && ['show', 'diff'].includes(second) ? [first, second] : [first];
    const help = await helpOf(path);
    expect(help).toContain(`sen2kit ${path.join(' ')}`);
    for (const option of words.filter((word) => word.startsWith('--'))) expect(help).toContain(option.split('=')[0]);
  });
});

describe('docs/validators.md', () => {
  const text = readFileSync('docs/validators.md', 'utf8');
  const [adapter = '', own = '', known = ''] = Array.from(
    text.matchAll(/^```json\n([^]*?)^```$/gm),
    ([, block = '']) => block,
  );

  it.each([
    ['person', adapter],
    ['path', own],
  ])('has an adapter that is judged at %s', async (granularity, text) => {
    const file = join(temporaryFolder(), 'adapter.json');
    writeFileSync(file, text);
    expect((await readAdapter(file)).settings.granularity).toBe(granularity);
  });

  it('has a list of known failures that is one, and names cases that there are', () => {
    expect(parseKnownFailing(known, 'the list').length).toBe(1);
    const ids = new Set(breaks.map(caseIdOf));
    const named = Array.from(text.matchAll(/replay (\S+)/g), ([, id = '']) => id);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
