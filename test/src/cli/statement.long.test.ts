import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedStatement } from '../../../conformance/statement/index.js';
import { complaint, contents, removeFolders, sen2kit, shell, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const passphrase = 'correct horse';
const secrets: string[] = [passphrase];

beforeAll(async () => {
  const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
  const write = (name: string, text: string | Buffer): void => {
    writeFileSync(join(folder, name), text);
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export(pkcs8).toString();
  secrets.push(pem.split('\n')[1] ?? '');
  write('key.pem', pem);
  write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }));
  write('locked.pem', privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase }));
  write('other.pem', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  for (const [name, rule] of [
    ['suite', 'PER-09.*'],
    ['other', 'PER-01'],
  ] as const)
    await sen2kit(folder, 'suite', '--year', '2025', '--out', name, '--select', rule);
  await sen2kit(folder, 'run', '--suite', 'suite', '--validator', 'reference', '--report', 'ndjson=suite.ndjson');
});

const statement = ['statement', '--results', 'suite.ndjson', '--suite', 'suite', '--allow-partial'] as const;

describe('statement', () => {
  it('is written as JSON and as a page, and verified', async () => {
    const who = ['--vendor', 'A <Vendor>', '--product', 'Case book', '--product-version', '7.1'];
    const made = await sen2kit(folder, ...statement, '--key', 'key.pem', '--out', 'made/here', ...who);
    expect(made).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^made\/here\/statement\.json: a partial statement on \d+ cases of 2025, signed\n$/,
      ) as string,
      stderr: '',
    });
    expect(contents(join(folder, 'made/here'))).toEqual(['statement.html', 'statement.json']);
    const read = JSON.parse(readFileSync(join(folder, 'made/here/statement.json'), 'utf8')) as SignedStatement;
    expect(read.statement.vendor).toEqual({ name: 'A <Vendor>', product: 'Case book', version: '7.1' });
    expect(readFileSync(join(folder, 'made/here/statement.html'), 'utf8')).toContain('A &lt;Vendor&gt;');

    const verify = ['verify', 'made/here/statement.json', '--results', 'suite.ndjson'];
    const alone = await sen2kit(folder, ...verify);
    expect([alone.code, alone.stderr]).toEqual([0, '']);
    expect(alone.stdout).toMatch(
      /^(holds {8}\S.*\n)+made\/here\/statement.json: all \d+ checks hold; it is a partial statement\n/,
    );
    expect(alone.stdout).toMatch(/The key is the one in the statement.*must be known another way/);
    const known = await sen2kit(folder, ...verify, '--public-key', 'public.pem', '--suite', 'suite');
    expect([known.code, known.stdout]).toEqual([0, expect.stringMatching(/^holds +key +it is the public key given$/m)]);
    expect(known.stdout).not.toContain('another way');
  });

  it('is the same for the same results and key, whenever it is made', async () => {
    for (const name of ['a.json', 'b.json']) await sen2kit(folder, ...statement, '--key', 'key.pem', '--out', name);
    expect(readFileSync(join(folder, 'a.json'))).toEqual(readFileSync(join(folder, 'b.json')));
    expect(readFileSync(join(folder, 'a.html'))).toEqual(readFileSync(join(folder, 'b.html')));
  });

  it('tells nothing of its key and the passphrase, which comes from the environment', async () => {
    const line = `"$KIT" ${statement.join(' ')} --key locked.pem --out locked.json`;
    const ran = await shell(
      folder,
      `SEN2KIT_KEY_PASSPHRASE='${passphrase}' ${line} && ! SEN2KIT_KEY_PASSPHRASE=x ${line}`,
    );
    expect([ran.code, ran.stderr]).toEqual([
      0,
      expect.stringMatching(/^sen2kit: --key locked\.pem: .*does not open it/),
    ]);
    const files = ['locked.json', 'locked.html'].map((name) => readFileSync(join(folder, name), 'utf8'));
    const all = [ran.stdout, ran.stderr, ...files].join('');
    for (const secret of secrets) expect([secret.length > 10, all.includes(secret)]).toEqual([true, false]);
  });

  it('is not made of part of a suite, but where that is allowed', async () => {
    const ran = await sen2kit(folder, ...statement.slice(0, -1), '--key', 'key.pem', '--out', 'refused.json');
    expect(complaint(ran, 2)).toMatch(
      /no statement is made of part of a suite: The suite is a selection.*--allow-partial/,
    );
  });

  it('is not made on the suite of others, nor on one that is no whole one', async () => {
    const args = ['statement', '--results', 'suite.ndjson', '--key', 'key.pem', '--out', 'refused.json'];
    expect(complaint(await sen2kit(folder, ...args, '--suite', 'other'), 2)).toContain('their digests differ');
    // The whole suite is built here.
    expect(complaint(await sen2kit(folder, ...args), 2)).toMatch(/is not the whole suite of 2025 with seed 1.*--suite/);
    expect(contents(folder).filter((name) => name.startsWith('refused'))).toEqual([]);
  });

  it('is not written over what it is made of, nor to standard output', async () => {
    copyFileSync(join(folder, 'suite.ndjson'), join(folder, 'results.json'));
    const args = ['statement', '--results', 'results.json', '--suite', 'suite', '--allow-partial', '--key', 'key.pem'];
    const over = await sen2kit(folder, ...args, '--out', './results.json');
    expect(complaint(over, 2)).toContain('would be written over --results results.json');
    expect(complaint(await sen2kit(folder, ...args, '--out', '-'), 2)).toContain('a statement is two files');
  });
});

describe('verify', () => {
  const verify = ['verify', 'v.json', '--results', 'suite.ndjson'] as const;
  const read = (): string => readFileSync(join(folder, 'v.json'), 'utf8');
  beforeAll(async () => {
    await sen2kit(folder, ...statement, '--key', 'key.pem', '--out', 'v.json');
  });

  it('says what falls short, and exits 1', async () => {
    writeFileSync(join(folder, 'changed.json'), read().replace('"caught": 7', '"caught": 8'));
    const { code, stdout } = await sen2kit(folder, 'verify', 'changed.json', '--results', 'suite.ndjson');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^falls short {2}signature /m);
    expect(stdout).toMatch(/^falls short {2}result by rule +.*caught: stated 8, derived 7$/m);
    expect(stdout).toMatch(/^changed\.json: 2 of \d+ checks fall short$/m);

    const other = await sen2kit(folder, ...verify, '--public-key', 'other.pem');
    expect([other.code, other.stdout]).toEqual([1, expect.stringMatching(/^falls short {2}key /m)]);
    const another = await sen2kit(folder, ...verify, '--suite', 'other');
    expect([another.code, another.stdout]).toEqual([
      1,
      expect.stringMatching(/^falls short {2}suite +the suite given is/m),
    ]);
  });

  it('refuses what is damaged with 4, and what is not there or no key with 2', async () => {
    writeFileSync(join(folder, 'cut.json'), read().slice(0, -100));
    copyFileSync(join(folder, 'suite.ndjson'), join(folder, 'longer.ndjson'));
    appendFileSync(join(folder, 'longer.ndjson'), '{}\n');
    const results = ['--results', 'suite.ndjson'] as const;
    expect(complaint(await sen2kit(folder, 'verify', 'cut.json', ...results), 4)).toContain('is not JSON');
    expect(complaint(await sen2kit(folder, 'verify', 'nosuch.json', ...results), 2)).toContain('no such file');
    expect(complaint(await sen2kit(folder, 'verify', 'v.json', '--results', 'longer.ndjson'), 4)).toContain(
      'longer.ndjson',
    );
    expect(complaint(await sen2kit(folder, ...verify, '--public-key', 'key.pem'), 2)).toMatch(/is a private key/);
  });
});
