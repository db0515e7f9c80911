import { spawnSync } from 'node:child_process';
import { replayCommand } from '../../../conformance/report/index.js';

/** The words that a shell makes of a command. */
function words(command: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `sen2kit() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

describe('replayCommand', () => {
  it('can be pasted into a shell, whatever it names', () => {
    const suite = `a folder's "name" $HOME \`id\``;
    const validator = String.raw`cmd:"C:\check it" --x='{file}' {year}; rm *`;
    const target = { suite, validator, adapter: 'a b.json' };
    const command = replayCommand('PER-13.a', target);
    expect(words(command)).toEqual([
      ...['replay', 'PER-13.a', '--suite', suite],
      ...['--validator', validator, '--adapter', 'a b.json'],
    ]);
  });

  it('quotes no word that needs none', () => {
    expect(replayCommand('PER-13.a', { suite: 'suite-2025', validator: 'reference' })).toBe(
      'sen2kit replay PER-13.a --suite suite-2025 --validator reference',
    );
  });
});
