import { readFileSync } from 'node:fs';
import { parseWaivers, WaiverError } from '../../../conformance/check/index.js';
import { openWaivers } from '../../../conformance/check/waivers.js';

const entry = { select: 'Person[1]/*', owner: 'ann', reason: 'old', until: '2026-06-30' };
const list = (...entries: readonly object[]): string => JSON.stringify({ format: 1, entries });

describe('parseWaivers', () => {
  it('takes entries with who, why and until when', () => {
    expect(parseWaivers(`\uFEFF${list(entry)}`, 'w.json')).toEqual([entry]);
  });

  it('takes the list in the docs, which selects what it says', () => {
    const [, block = ''] = /^```json\n([^]*?)^```$/m.exec(readFileSync('docs/exports.md', 'utf8')) ?? [];
    const waivers = openWaivers(parseWaivers(block, 'docs'), '2026-01-01');
    expect(waivers.of(['temporary-upn/Requests[1]/ActivePlans/PlacementDetail[2]/EntryDate'])).toBeDefined();
  });

  it.each([
    ['{', /^w\.json: is not JSON/],
    [list({ ...entry, until: 'soon' }), /^w\.json: entry 1: until is not a real date/],
    [list({ ...entry, owner: ' ' }), /^w\.json: entry 1: owner is empty/],
    [list({ ...entry, verdict: 'missed' }), /^w\.json: entry 1: verdict is not a field/],
    ['{"format":2,"entries":[]}', /^w\.json: format is not 1/],
  ])('refuses %s', (text, message) => {
    expect(() => parseWaivers(text, 'w.json')).toThrow(WaiverError);
    expect(() => parseWaivers(text, 'w.json')).toThrow(message);
  });
});

describe('openWaivers', () => {
  it('waives what an entry fits, to its last day', () => {
    const waivers = openWaivers([entry], '2026-06-30');
    expect(waivers.of(['Person[2]/Sex', 'Person/Sex'])).toBeUndefined();
    expect(waivers.of(['Person[1]/Sex', 'Person/Sex'])).toBe(entry);
    expect(waivers.faults()).toEqual([]);
  });

  it('waives nothing by an entry that has ended, and tells it', () => {
    const waivers = openWaivers([entry], '2026-07-01');
    expect(waivers.of(['Person[1]/Sex'])).toBeUndefined();
    expect(waivers.faults()).toEqual([
      'waivers: the entry Person[1]/* (ann) ended on 2026-06-30; see to it, or give it a new end with a reason',
    ]);
  });

  it('tells an entry that fitted nothing', () => {
    const waivers = openWaivers([entry], '2026-01-01');
    expect(waivers.of(['Person[2]/Sex'])).toBeUndefined();
    expect(waivers.faults()).toEqual([
      'waivers: the entry Person[1]/* (ann) fits nothing that is told; take it off the list',
    ]);
  });
});
