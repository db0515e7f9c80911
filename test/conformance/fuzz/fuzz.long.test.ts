import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  disagreementOf,
  disagreementText,
  fuzz,
  makeFuzzCase,
  type FuzzEnd,
  type FuzzOptions,
} from '../../../conformance/fuzz/index.js';
import type { Validator } from '../../../conformance/run/index.js';
import { FlakyError } from '../../../conformance/shrink/index.js';
import { askerOf, reference, referenceSays, removeAskers, validatorThat } from '../asking.js';

afterAll(removeAskers);

const year = 2026;

const run = (validator: Validator, options: Partial<FuzzOptions> = {}, of = year): Promise<FuzzEnd> =>
  fuzz(askerOf(validator, of), {
    seed: 'f',
    maxRuns: 400,
    maxMs: 600_000,
    maxShrinkMs: 600_000,
    ...options,
  });

/** The reference validator, wrong about one rule. */
const blindTo = (rule: string): Validator =>
  validatorThat((_, of, bytes) => referenceSays(bytes, of).filter((one) => one.rule !== rule));

describe('a random return', () => {
  it('hangs on the seed, the year and its number alone', () => {
    const files = (seed: string, of: number): string[] =>
      [0, 1, 2, 3].map((n) => Buffer.from(makeFuzzCase(seed, of, n).file).toString('latin1'));
    expect(files('a', year)).toEqual(files('a', year));
    expect(files('a', year)).not.toEqual(files('b', year));
    expect(new Set(files('a', year)).size).toBe(4);
  });

  it.each([2023])('of %d breaks many rules, and often none', (of) => {
    const told = Array.from({ length: 50 }, (_, n) => referenceSays(makeFuzzCase('a', of, n).file, of));
    const rules = new Set(told.flat().map(({ rule }) => rule));
    expect(rules.size).toBeGreaterThan(25);
    expect(told.filter((findings) => findings.length === 0).length).toBeGreaterThan(2);
  });
});

describe('looking for a disagreement', () => {
  it('finds none between the reference validator and itself', async () => {
    expect(await run(reference, { maxRuns: 60 })).toEqual({
      runs: 60,
      answered: 60,
      firstWhy: undefined,
      found: undefined,
    });
  });

  it.each(['PER-13', 'PLC-13'])('finds a validator that is blind to %s, on a small return', async (rule) => {
    const { found } = await run(blindTo(rule));
    expect(found?.goal).toEqual({ kind: 'missed', rule });
    expect(found?.shrunk.file.length).toBeLessThan(700);
    expect(found?.said.reference.map((one) => one.rule)).toContain(rule);
  });

  it('finds one that is off by a day', async () => {
    const early = validatorThat((xml, of, bytes) => [
      ...referenceSays(bytes, of),
      ...[...xml.matchAll(/<ReceivedDate>2026-01-15</g)].map(() => ({ rule: 'REQ-02' })),
    ]);
    const { found } = await run(early, { maxRuns: 2000 });
    expect(found?.goal).toEqual({ kind: 'raised', rule: 'REQ-02' });
  });

  it('finds one that crashes on something, and says so of one that always does', async () => {
    const crashing = validatorThat((xml, of, bytes) => {
      if (xml.includes('<UPNunknown>')) throw new Error('boom');
      return referenceSays(bytes, of);
    });
    const { found } = await run(crashing);
    expect([found?.goal, Buffer.from(found?.shrunk.file ?? '').toString('utf8')]).toEqual([
      { kind: 'fails' },
      expect.stringMatching(/<UPNunknown>/) as string,
    ]);
    const never = await run(validatorThat(() => ({ kind: 'could-not-run', why: 'not there' })));
    expect(never).toMatchObject({ answered: 0, firstWhy: 'not there', found: undefined });
    expect(never.runs).toBeLessThan(10);
  });

  it('is not taken in by a validator that says now this and now that', async () => {
    let times = 0;
    const flaky = validatorThat((xml, of) => ((times += 1) % 3 === 0 ? [{ rule: 'PER-99' }] : referenceSays(xml, of)));
    await expect(run(flaky)).rejects.toThrow(FlakyError);
  });

  it('ends when its time is over', async () => {
    let clock = 0;
    const { runs, found } = await run(reference, { maxMs: 10, now: () => (clock += 1) });
    expect([runs, found]).toEqual([10, undefined]);
  });

  it('gives the same for the same seed, as its schema has it, and tells what each said', async () => {
    const about = { kit: '0', year, seed: 'f', validator: 'test' };
    const [one, other] = [(await run(blindTo('PER-13'))).found, (await run(blindTo('PER-13'))).found];
    if (!one || !other) throw new Error('nothing was found');
    const told = disagreementOf(one, about);
    expect(disagreementOf(other, about)).toEqual(told);
    expect(other.shrunk.file).toEqual(one.shrunk.file);
    const schema = JSON.parse(readFileSync('conformance/schemas/disagreement.v1.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate(told) ? [] : validate.errors).toEqual([]);
    const text = disagreementText(one, told);
    expect(text).toMatch(/the validator misses PER-13/);
    expect(text).toMatch(/The reference validator says\n(?: {4}.*\n)* {4}error PER-13 at/);
    expect(text).toContain('<UPN>');
  });
});
