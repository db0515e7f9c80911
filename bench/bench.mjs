// How fast the kit is, as ratios of things measured in one run on one machine: npm run bench -- [--max PERSONS] [--rounds N]
// Each round takes what is compared in turn, in processes of their own, and the middle of the rounds counts, since
// machines are shared. Nothing fails here for being slow.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growthExponent, median } from './figures.mjs';

const { values } = parseArgs({
  options: { max: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } },
});
const max = Number(values.max);
const rounds = Number(values.rounds);
if (!(max >= 10_000) || !(rounds >= 1)) throw new Error('--max is 10000 or more, --rounds 1 or more');

const folder = mkdtempSync(join(tmpdir(), 'sen2kit-bench-'));
const at = (name) => join(folder, name);

function measure(task, options) {
  const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
  const ran = spawnSync(process.execPath, [script, task, JSON.stringify(options)], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${task} failed: ${ran.stderr}`);
  // What a command prints stands before it.
  return JSON.parse(ran.stdout.trimEnd().split('\n').at(-1));
}

const generating = (persons, workers, out) => {
  // To take away the return before is no part of making one.
  rmSync(out, { force: true });
  return measure('command', {
    args: [
      ...['generate', '--year', '2026', '--la', '202', '--seed', 'bench'],
      ...['--persons', String(persons), '--workers', String(workers), '--out', out],
    ],
  });
};
const validating = (file, workers) => measure('command', { args: ['validate', file, '--workers', String(workers)] });

/**
 * Measures several things in turn, round by round, every other round backwards: what ran before leaves its mark on the
 * memory and the disk. Gives the figures of each by name.
 */
function inTurn(measures) {
  const found = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
  const order = Object.entries(measures);
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of order) found[name].push(one());
    order.reverse();
  }
  return found;
}

const middle = (found, field = 'ms') => median(found.map((one) => one[field]));

function line(what, target, measured, good) {
  const verdict = good === undefined ? '' : good ? '  holds' : '  FALLS SHORT';
  console.log(`  ${what.padEnd(66)} target ${target.padEnd(16)} measured ${measured}${verdict}`);
}

const rate = (persons, bytes, ms) =>
  `${Math.round((persons / ms) * 1000).toLocaleString('en-GB')} persons/s, ${(bytes / ms / 1000).toFixed(1)} MB/s`;
const percent = (share) => `${(share * 100).toFixed(0)}%`;

function serializing() {
  const persons = 3000;
  const { serializing: own, joining, bytes } = measure('serialize', { persons, rounds: rounds * 4 });
  const share = median(own.map((ms, i) => joining[i] / ms));
  console.log(`Serializing ${persons} persons: ${rate(persons, bytes, median(own))}`);
  line('speed of concatenating the same strings prebuilt', '>= 60%', percent(share), share >= 0.6);
}

function writing() {
  const [few, many] = [5000, Math.min(max, 200_000)];
  const cores = availableParallelism();
  const file = at('written.xml');
  const { xmlbuilder2, alone, workers } = inTurn({
    xmlbuilder2: () => measure('xmlbuilder2', { persons: few, file: at('xmlbuilder2.xml') }),
    alone: () => measure('generate', { persons: many, file }),
    workers: () => generating(many, cores, file),
  });
  const bytes = statSync(file).size;
  const other = middle(xmlbuilder2) / few;
  console.log(`Writing through xmlbuilder2: ${rate(few, xmlbuilder2[0].bytes, middle(xmlbuilder2))}`);
  console.log(`Generating and writing in one thread: ${rate(many, bytes, middle(alone))}`);
  console.log(`Generating and writing with ${cores} workers: ${rate(many, bytes, middle(workers))}`);
  const [one, all] = [alone, workers].map((found) => other / (middle(found) / many));
  line(`times as fast as xmlbuilder2, ${cores} workers`, '>= 25', all.toFixed(1), all >= 25);
  line('times as fast as xmlbuilder2, one thread', '(none)', one.toFixed(1));
}

function twoWorkers(persons) {
  // Both write to where the file before was taken away. Were the return of the other still there, one of them would be
  // written to memory that no one had touched before, which a virtual machine is given page by page: up to two seconds.
  const out = at('workers.xml');
  const { one, two } = inTurn({ one: () => generating(persons, 1, out), two: () => generating(persons, 2, out) });
  rmSync(out, { force: true });
  const gain = middle(one) / middle(two);
  console.log(
    `Generating ${persons} persons: ${middle(one).toFixed(0)} ms with one worker, ${middle(two).toFixed(0)} with two`,
  );
  line('two workers against one', '>= 1.7', gain.toFixed(2), gain >= 1.7);
  // On a machine that is busy with other work there is no second core to be had: processor time tells what there would be.
  const busy = median(two.map(({ cpuMs, ms }) => cpuMs / ms));
  const onFree = (2 * middle(one, 'cpuMs')) / middle(two, 'cpuMs');
  line('  cores that were to be had for two workers', '2', busy.toFixed(2));
  line('  two workers against one by processor time, were both cores free', '>= 1.7', onFree.toFixed(2), onFree >= 1.7);
}

function validator() {
  // As for two workers: what it takes to start the threads is not what is measured.
  const persons = Math.min(max, 500_000);
  const file = at('validated.xml');
  generating(persons, availableParallelism(), file);
  const bytes = statSync(file).size;
  const { saxes, one, all } = inTurn({
    saxes: () => measure('saxes', { file }),
    one: () => validating(file, 1),
    all: () => validating(file, availableParallelism()),
  });
  console.log(`saxes alone, ${persons} persons: ${rate(persons, bytes, middle(saxes))}`);
  console.log(
    `The validator in one thread: ${rate(persons, bytes, middle(one))}, ${middle(one, 'rssMb').toFixed(0)} MB`,
  );
  console.log(
    `The validator on all cores: ${rate(persons, bytes, middle(all))}, ${middle(all, 'rssMb').toFixed(0)} MB`,
  );
  const share = middle(saxes) / middle(all);
  line('speed of saxes alone, all rules on, all cores', '>= 0.5', share.toFixed(2), share >= 0.5);
  line('speed of saxes alone, all rules on, one thread', '(none)', (middle(saxes) / middle(one)).toFixed(2));
  const busy = median(all.map(({ cpuMs, ms }) => cpuMs / ms));
  line('cores kept busy', '> 1', busy.toFixed(2), busy > 1);
}

function growth() {
  const sizes = [];
  for (let persons = 1000; persons <= max; persons *= 10) sizes.push(persons);
  const cores = availableParallelism();
  const made = [];
  const checked = [];
  console.log(`From ${sizes[0]} to ${sizes.at(-1)} persons, ${cores} workers:`);
  for (const persons of sizes) {
    const file = at('grown.xml');
    // Small returns are over in no time, so that more rounds are affordable, and needed.
    const times = persons <= 10_000 ? rounds : 1;
    const [g, v] = [[], []];
    for (let i = 0; i < times; i++) {
      g.push(generating(persons, cores, file));
      v.push(validating(file, cores));
    }
    const bytes = statSync(file).size;
    made.push({ persons, ms: middle(g), rssMb: middle(g, 'rssMb') });
    checked.push({ persons, ms: middle(v), rssMb: middle(v, 'rssMb') });
    for (const [what, { ms, rssMb }] of [
      ['generate', made.at(-1)],
      ['validate', checked.at(-1)],
    ])
      console.log(
        `  ${what} ${persons}: ${(ms / 1000).toFixed(2)} s, ${rate(persons, bytes, ms)}, peak ${rssMb.toFixed(0)} MB`,
      );
  }
  for (const [what, list] of [
    ['generate', made],
    ['validate', checked],
  ]) {
    const time = growthExponent(list.map(({ persons, ms }) => [persons, ms]));
    const memory = growthExponent(list.map(({ persons, rssMb }) => [persons, rssMb]));
    line(`${what}: growth exponent of time`, '<= 1.05', time.toFixed(2), time <= 1.05);
    line(`${what}: growth exponent of memory`, '(none)', memory.toFixed(2));
  }
  const from = made.find(({ persons }) => persons === 10_000);
  const last = made.at(-1);
  line('generate: peak memory in all', '< 400 MB', `${last.rssMb.toFixed(0)} MB`, last.rssMb < 400);
  if (last !== from)
    line(
      'generate: memory from 10^4 on, times',
      'about 1',
      (last.rssMb / from.rssMb).toFixed(2),
      last.rssMb < from.rssMb * 1.25,
    );
  if (sizes.length >= 4) {
    // In one thread: the heaps of several grow for reasons of their own.
    const [few, many] = sizes.slice(-2);
    const [a, b] = [few, many].map((persons) => {
      const file = at('grown.xml');
      generating(persons, cores, file);
      return validating(file, 1).rssMb;
    });
    const each = ((b - a) * 1024 * 1024) / (many - few);
    line('validate: memory a further person takes, in bytes', '<= 100', each.toFixed(0), each <= 100);
  }
}

try {
  console.log(`node ${process.version}, ${availableParallelism()} cores, middle of ${rounds} rounds`);
  serializing();
  writing();
  // To start and warm up, a second thread takes the same time whatever the size: twice the persons tell how much that is.
  for (const persons of [max, 2 * max]) twoWorkers(persons);
  validator();
  growth();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
