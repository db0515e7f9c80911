import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Counts {
  readonly persons: Readonly<Record<'all' | 'names' | 'withUpn' | 'upns' | 'withUln' | 'ulns', number>>;
  readonly upnBlock: Readonly<Record<'made' | 'distinct', number>>;
}

describe('what must be unique in a return', () => {
  const program = fileURLToPath(new URL('count-distinct.js', import.meta.url));
  let counts: Counts;

  beforeAll(() => {
    counts = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' })) as Counts;
  }, 120_000);

  it('is so in 200,000 persons: UPN, ULN, and name with birth date', () => {
    const { all, names, withUpn, upns, withUln, ulns } = counts.persons;
    expect(all).toBe(200_000);
    expect(names).toBe(all);
    expect(withUpn).toBeGreaterThan(100_000);
    expect(upns).toBe(withUpn);
    expect(withUln).toBeGreaterThan(20_000);
    expect(ulns).toBe(withUln);
  });

  it('is so in a whole block of UPNs and into the next, permanent and temporary mixed', () => {
    expect(counts.upnBlock.made).toBeGreaterThan(400_000);
    expect(counts.upnBlock.distinct).toBe(counts.upnBlock.made);
  });
});
