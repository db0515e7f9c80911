import type { Identification, Plot } from '../scenarios/life/index.js';
import type { Random } from '../src/random/index.js';
import { table, type Table } from './table.js';

/** Up to an age on the 31 August before the census: how people are known. Not published; judged. */
const byAge: readonly (readonly [upTo: number, Table<Identification>])[] = [
  [
    2,
    table<Identification>([
      ['UN1', 88],
      ['upn', 12],
    ]),
  ],
  [
    3,
    table<Identification>([
      ['UN1', 38],
      ['upn', 59],
      ['temporary-upn', 2],
      ['UN8', 1],
    ]),
  ],
  [
    4,
    table<Identification>([
      ['UN1', 5],
      ['upn', 91],
      ['temporary-upn', 2],
      ['UN2', 1],
      ['UN3', 0.6],
      ['UN8', 0.4],
    ]),
  ],
  [
    13,
    table<Identification>([
      ['upn', 95],
      ['temporary-upn', 2.5],
      ['UN2', 1.3],
      ['UN3', 0.5],
      ['UN5', 0.4],
      ['UN8', 0.3],
    ]),
  ],
  [
    15,
    table<Identification>([
      ['upn', 86],
      ['upn-and-uln', 10],
      ['temporary-upn', 1.5],
      ['UN2', 1.5],
      ['UN5', 0.6],
      ['UN3', 0.4],
    ]),
  ],
  [
    25,
    table<Identification>([
      ['upn-and-uln', 66],
      ['uln', 17],
      ['upn', 14],
      ['UN9', 1.8],
      ['UN2', 0.8],
      ['UN5', 0.4],
    ]),
  ],
];

const nothingCameOfIt: ReadonlySet<Plot> = new Set<Plot>(['refused', 'withdrawn']);
const unknownAfterRefusal = 0.05;

/** How a person is known, for an age on the 31 August before the census. */
export function drawIdentification(plot: Plot, age: number, random: Random): Identification {
  if (nothingCameOfIt.has(plot) && random.chance(unknownAfterRefusal)) return 'UN10';
  for (const [upTo, choices] of byAge) if (age <= upTo) return choices.draw(random);
  throw new RangeError(`nobody is ${age}`);
}
