// One measurement, in a process of its own so that its peak memory is its own:
// node bench/measure.mjs TASK JSON. Prints one line of JSON. bench/bench.mjs starts it.

import { createRequire } from 'node:module';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { generateReturn, headerFor, makePersonSource } from '../dist/generators/index.js';
import { personToXml, writeFileAtomically, xmlWriter } from '../dist/output/index.js';

const [task, json = '{}'] = process.argv.slice(2);
const options = JSON.parse(json);
const key = { year: 2026, la: '202', seed: 'bench' };
const gather = 1 << 18;

const tasks = {
  /** A command of the tool, measured without the start of the process. */
  async command({ args }) {
    const { main } = await import('../dist/src/cli/main.js');
    // Remarks are not wanted here.
    process.stderr.write = () => true;
    const started = performance.now();
    const code = await main(args);
    return { ms: performance.now() - started, code };
  },

  /** Serializing persons, and putting together the very strings that it is made of, in turn. */
  serialize({ persons, rounds }) {
    const records = [];
    const source = makePersonSource(key);
    for (let k = 0; k < persons; k++) records.push(source.person(k));
    const prebuilt = records.map((record) => pieces(personToXml(record, key.year)));
    const serializing = [];
    const joining = [];
    for (let round = 0; round < rounds + 2; round++) {
      const a = timed(() => gathered(records, (record) => personToXml(record, key.year)));
      const b = timed(() => gathered(prebuilt, concatenated));
      if (a.value !== b.value) throw new Error('the two did not write the same');
      // The first two rounds warm up.
      if (round < 2) continue;
      serializing.push(a.ms);
      joining.push(b.ms);
    }
    return { serializing, joining, bytes: gathered(records, (record) => personToXml(record, key.year)) };
  },

  /** The same persons through the callback writer of xmlbuilder2; only the writing is timed. */
  xmlbuilder2({ persons, file }) {
    const { createCB } = createRequire(import.meta.url)('xmlbuilder2');
    const { Header, Persons } = generateReturn({ ...key, persons });
    const fd = openSync(file, 'w');
    const { ms } = timed(() => {
      let held = '';
      const flush = () => {
        writeSync(fd, held);
        held = '';
      };
      const xml = createCB({
        prettyPrint: true,
        data: (text) => {
          held += text;
          if (held.length >= gather) flush();
        },
      });
      xml.dec({ version: '1.0', encoding: 'UTF-8' }).ele('Message');
      addRecord(xml, 'Header', Header);
      addRecord(xml, 'Persons', Persons);
      xml.up().end();
      flush();
    });
    closeSync(fd);
    return { ms, bytes: statSync(file).size };
  },

  /** Generating and writing in this thread alone, through the library. */
  async generate({ persons, file }) {
    const started = performance.now();
    const source = makePersonSource(key);
    const writer = xmlWriter(key.year);
    await writeFileAtomically(file, (sink) => {
      sink.write(writer.open(headerFor(key)));
      for (let k = 0; k < persons; k++) sink.write(writer.person(source.person(k)));
      sink.write(writer.close());
    });
    return { ms: performance.now() - started, bytes: statSync(file).size };
  },

  /** saxes alone: opening tags, closing tags and text are told, and nothing is done with them. */
  async saxes({ file }) {
    const { SaxesParser } = await import('saxes');
    const fd = openSync(file, 'r');
    const bytes = Buffer.allocUnsafe(gather);
    const decoder = new TextDecoder('utf-8');
    let elements = 0;
    const { ms } = timed(() => {
      const parser = new SaxesParser({ xmlns: false, position: true });
      parser.on('opentag', () => (elements += 1));
      parser.on('closetag', () => undefined);
      parser.on('text', () => undefined);
      for (;;) {
        const length = readSync(fd, bytes, 0, gather, null);
        if (length === 0) break;
        parser.write(decoder.decode(bytes.subarray(0, length), { stream: true }));
      }
      parser.close();
    });
    return { ms, elements };
  },
};

function timed(work) {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
}

/** Takes texts as the writing does, and gives back how many bytes they came to. */
function gathered(list, textOf) {
  let held = '';
  let bytes = 0;
  for (const one of list) {
    held += textOf(one);
    if (held.length < gather) continue;
    bytes += Buffer.from(held, 'utf8').length;
    held = '';
  }
  return bytes + Buffer.from(held, 'utf8').length;
}

/** The strings that the lines of a person are put together from: an indented opening tag, a value, a closing tag. */
function pieces(xml) {
  return xml.split(/(?<=\n)|(?<=<\w+>)(?!\n)|(?<=\S)(?=<\/)/);
}

function concatenated(strings) {
  let text = '';
  for (const one of strings) text += one;
  return text;
}

function addRecord(xml, tag, held) {
  if (held === undefined) return;
  if (Array.isArray(held)) {
    for (const one of held) addRecord(xml, tag, one);
    return;
  }
  xml.ele(tag);
  if (typeof held === 'string') xml.txt(held);
  else for (const child in held) addRecord(xml, child, held[child]);
  xml.up();
}

const found = await tasks[task](options);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
writeSync(1, `${JSON.stringify({ ...found, rssMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 })}\n`);
