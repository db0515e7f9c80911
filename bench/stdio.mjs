// How much the kit adds to a case that is put over stdio:. Build first, then: node bench/stdio.mjs [CASES]
//
// A validator that answers at once is put the same cases in two ways: through the kit, with the time limit and the
// answers to crashes that a run has; and by a bare loop that writes the same lines and waits for each answer.
// The last figure is about one answer of 60 MB, which must take a time in proportion to its size.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandWords, stdioValidator, withTimeout } from '../dist/conformance/run/index.js';

const cases = Number(process.argv[2] ?? 5000);
const rounds = 3;

const program = `
let rest = '';
process.stdin.setEncoding('utf8').on('data', (text) => {
  const lines = (rest + text).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    const { cmd, id, file } = JSON.parse(line);
    if (cmd === 'stop') process.exit(0);
    const hello = { protocol: 1, validator: { name: 'At once' }, years: [2025], granularity: 'path', levels: true };
    const size = /^big-(\\d+)/.exec(file ?? '')?.[1] ?? 0;
    const finding = { rule: 'PER-13', level: 'error', path: '/Message/Persons/Person[1]/UPN', message: 'x'.repeat(size) };
    process.stdout.write(JSON.stringify(cmd === 'start' ? hello : { id, findings: [finding] }) + '\\n');
  }
});`;

const folder = mkdtempSync(join(tmpdir(), 'sen2kit-bench-'));
const path = join(folder, 'validator.cjs');
writeFileSync(path, program);
const request = (n) => ({ file: `/tmp/a suite/cases/${String(n).padStart(4, '0')}.xml`, year: 2025 });

async function throughKit() {
  const validator = await stdioValidator(parseCommandWords(`'${process.execPath}' '${path}'`));
  const limited = withTimeout(validator, 60_000);
  await limited.validate(request(0));
  const started = performance.now();
  for (let n = 1; n <= cases; n++) {
    const answer = await limited.validate(request(n));
    if (answer.kind !== 'findings') throw new Error(`no findings: ${JSON.stringify(answer)}`);
  }
  const ms = (performance.now() - started) / cases;
  await validator.close();
  return ms;
}

async function bare() {
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
  let answered;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    rest += text;
    if (!rest.endsWith('\n')) return;
    const line = rest;
    rest = '';
    answered(line);
  });
  const send = (message) =>
    new Promise((settle) => {
      answered = settle;
      child.stdin.write(`${JSON.stringify(message)}\n`);
    });
  const ask = (n) => send({ cmd: 'validate', id: String(n), ...request(n) });
  await send({ cmd: 'start', protocol: 1 });
  await ask(0);
  const started = performance.now();
  for (let n = 1; n <= cases; n++) JSON.parse(await ask(n));
  const ms = (performance.now() - started) / cases;
  child.stdin.end('{"cmd":"stop"}\n');
  return ms;
}

async function bigAnswer(megabytes) {
  const validator = await stdioValidator(parseCommandWords(`'${process.execPath}' '${path}'`));
  const started = performance.now();
  const answer = await validator.validate({ file: `big-${megabytes * 1_000_000}`, year: 2025 });
  if (answer.kind !== 'findings') throw new Error(`no findings: ${JSON.stringify(answer)}`);
  const ms = performance.now() - started;
  await validator.close();
  return ms;
}

const best = async (measure) => {
  const figures = [];
  for (let round = 0; round < rounds; round++) figures.push(await measure());
  return Math.min(...figures);
};

try {
  const [kit, loop] = [await best(throughKit), await best(bare)];
  console.log(`${cases} cases, one process, best of ${rounds} rounds, in ms a case`);
  console.log(`  through the kit  ${kit.toFixed(3)}`);
  console.log(`  bare loop        ${loop.toFixed(3)}`);
  console.log(`  added            ${(kit - loop).toFixed(3)}`);
  for (const megabytes of [15, 30, 60]) {
    console.log(`one answer of ${megabytes} MB: ${(await best(() => bigAnswer(megabytes))).toFixed(0)} ms`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
