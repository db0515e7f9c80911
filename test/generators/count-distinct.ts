/**
 * Run as a program by unique.test.ts: counts what must be unique over many persons and prints the counts as
 * JSON. It is a program of its own because the test environment makes such loops five times slower.
 */
import { madeUpRegister, makePersonSource } from '../../generators/index.js';
import { nameLists } from '../../generators/names.js';
import { upnSource } from '../../generators/upn.js';
import { randomFor } from '../../src/random/index.js';

const { surnames, boys, girls } = nameLists();
const pairs = surnames.length * (boys.length + girls.length);
const upnSlots = 399_600;

/** From the start, and from where names begin to come round again and UPNs have moved to other LA codes. */
function persons(): Record<string, number> {
  const source = makePersonSource({ year: 2025, la: '202', seed: 'person' });
  const [upns, ulns, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let [all, withUpn, withUln] = [0, 0, 0];
  for (const from of [0, pairs]) {
    for (let k = from; k < from + 100_000; k++) {
      const { UPN, UniqueLearnerNumber, Surname = '', Forename = '', PersonBirthDate = '' } = source.person(k);
      all += 1;
      names.add(`${Surname}|${Forename}|${PersonBirthDate}`);
      if (UPN !== undefined) {
        withUpn += 1;
        upns.add(UPN);
      }
      if (UniqueLearnerNumber !== undefined) {
        withUln += 1;
        ulns.add(UniqueLearnerNumber);
      }
    }
  }
  return { all, names: names.size, withUpn, upns: upns.size, withUln, ulns: ulns.size };
}

/** A whole block of UPNs and into the next, without the year and the check letter, which take no part in the proof. */
function upnBlock(): Record<string, number> {
  const source = upnSource('202', randomFor('upn'), madeUpRegister('202').upnNumbers);
  const random = randomFor('person');
  const seen = new Set<string>();
  const made = upnSlots + 1000;
  for (let k = 0; k < made; k++) {
    const upn = source.at(k, 2015, k % 2 === 0, random);
    seen.add(upn.slice(1, 8) + upn.slice(10));
  }
  return { made, distinct: seen.size };
}

console.log(JSON.stringify({ persons: persons(), upnBlock: upnBlock() }));
