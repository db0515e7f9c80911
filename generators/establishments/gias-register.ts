import { finder, type Register, type RegisterEntry } from './register.js';
import { madeUpRegister, numbersOf } from './made-up.js';
import { neighboursOf } from './neighbours.js';

/** The file is no register of establishments; the message is one line that says what is wrong. */
export class GiasError extends Error {
  override readonly name = 'GiasError';
}

/** Where people are placed: three in four at home, and most others next door. */
const inOwnLa = 0.78;
const inNeighbours = 0.9;

/**
 * The register of an LA from real establishments: its own, those of its neighbours, and beyond. Kinds that the file
 * has none of, such as providers without a URN, come from the made-up register.
 * @throws GiasError where the file has no establishment of the LA.
 */
export function giasRegister(la: string, all: readonly RegisterEntry[]): Register {
  const near = neighboursOf(la);
  const own = all.filter((entry) => entry.la === la);
  if (own.length === 0) throw new GiasError(`has no open establishment of LA ${la}`);
  const neighbours = all.filter((entry) => near.has(entry.la));
  const rest = all.filter((entry) => entry.la !== la && !near.has(entry.la));
  const has = new Set(all.map(({ kind }) => kind));
  const madeUp = madeUpRegister(la).entries.filter(({ kind }) => !has.has(kind));
  return {
    entries: [...own, ...neighbours, ...rest, ...madeUp],
    establishment: finder([
      { entries: own, chance: inOwnLa },
      { entries: neighbours, chance: inNeighbours },
      { entries: rest, chance: 1 },
      { entries: madeUp, chance: 1 },
    ]),
    upnNumbers: (code) => numbersOf(code === la ? own : all.filter((entry) => entry.la === code)),
  };
}
