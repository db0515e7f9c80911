import { madeUpRegister } from '../../generators/index.js';
import { upnEntryYear, upnSource } from '../../generators/upn.js';
import { upnFaults } from '../../src/model/index.js';
import { randomFor } from '../../src/random/index.js';

const faultsOf = (upn: string): string[] =>
  Object.entries(upnFaults)
    .filter(([, isFaulty]) => isFaulty(upn))
    .map(([name]) => name);

describe('upnSource', () => {
  const slots = 399_600;
  const source = upnSource('202', randomFor('upn'), madeUpRegister('202').upnNumbers);

  it('makes sound UPNs, permanent and temporary', () => {
    for (let k = 0; k < 2000; k++) {
      const random = randomFor('person', k);
      const permanent = source.at(k, 2015, false, random);
      const temporary = source.at(k, 2015, true, random);
      expect(permanent).toMatch(/^[A-Z]202\d{4}15\d{3}$/);
      expect(temporary).toMatch(/^[A-Z]202\d{4}15\d{2}[A-Z]$/);
      expect(faultsOf(permanent)).toEqual([]);
      expect(faultsOf(temporary)).toEqual([]);
    }
  });

  it('takes the codes of other LAs when its own are used up, and lasts for ten million', () => {
    const codes = new Set<string>();
    for (let k = 0; k < 10_000_000; k += slots) codes.add(source.at(k, 2015, false, randomFor(k)).slice(1, 4));
    expect(codes.size).toBe(26);
    expect(faultsOf(source.at(9_999_999, 2015, false, randomFor('last')))).toEqual([]);
  });
});

describe('upnEntryYear', () => {
  it('is the autumn of reception or the one before, never after the activity year', () => {
    for (let k = 0; k < 200; k++) {
      expect([2013, 2014]).toContain(upnEntryYear('2010-08-31', 2024, randomFor(k)));
      expect([2014, 2015]).toContain(upnEntryYear('2010-09-01', 2024, randomFor(k)));
      expect(upnEntryYear('2022-03-01', 2024, randomFor(k))).toBe(2024);
    }
  });
});
