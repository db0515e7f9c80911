import { collectionYears, inForce, yearModel } from '../../../src/model/index.js';
import {
  catalogue,
  definitions,
  recordOf,
  ruleById,
  rulesIn,
  tagOf,
  type RecordRule,
} from '../../../src/rules/index.js';

const recordRules = definitions.filter((rule): rule is RecordRule => rule.kind === 'record');
const phases = ['presence', 'conditional', 'check'] as const;

/** How many rules each module has in a year, VAL rules apart. */
const counts: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  2023: { FILE: 13, HDR: 12, PER: 22, REQ: 20, ASM: 17, PLN: 27, PLC: 30, RET: 6 },
  2024: { FILE: 13, HDR: 12, PER: 22, REQ: 20, ASM: 17, PLN: 27, PLC: 33, RET: 6 },
  2025: { FILE: 13, HDR: 12, PER: 22, REQ: 20, ASM: 17, PLN: 27, PLC: 38, RET: 7 },
  2026: { FILE: 13, HDR: 13, PER: 22, REQ: 21, ASM: 17, PLN: 27, PLC: 38, RET: 7 },
  2027: { FILE: 13, HDR: 13, PER: 22, REQ: 21, ASM: 17, PLN: 27, PLC: 38, RET: 7 },
};

/** Two rules that look at one item in one year may stand in different containers, but have one id. */
function definedIn(year: number): RecordRule[] {
  return recordRules.filter((rule) => inForce(rule, year));
}

describe('the catalogue', () => {
  it('has 160 rules besides those on the type of a value', () => {
    expect(catalogue.filter(({ id }) => !id.startsWith('VAL-'))).toHaveLength(160);
  });

  it('has each id once, and finds it', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of catalogue) expect(ruleById(entry.id)).toBe(entry);
    expect(ruleById('PER-99')).toBeUndefined();
  });

  it('says of each rule what must hold and what is wrong', () => {
    for (const { statement, message, items } of catalogue) {
      expect(statement).toMatch(/^[A-Z].*\.$/);
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(items.length).toBeGreaterThan(0);
    }
  });

  it.each(collectionYears)('has the rules of %i', (year) => {
    const found: Record<string, number> = {};
    for (const { id } of rulesIn(year)) {
      const module = id.slice(0, id.indexOf('-'));
      if (module !== 'VAL') found[module] = (found[module] ?? 0) + 1;
    }
    expect(found).toEqual(counts[year]);
  });

  it.each(collectionYears)('has in %i a rule for each item that has a type, of level error', (year) => {
    const withoutRule = ['text', 'year', 'upn', 'uln'];
    const typed = yearModel(year)
      .items.filter((item) => !withoutRule.includes(item.node.type))
      .map((item) => `VAL-${item.parent.tag}.${item.tag}`);
    const rules = rulesIn(year).filter(({ id }) => id.startsWith('VAL-'));
    expect(rules.map(({ id }) => id).sort()).toEqual(typed.sort());
    expect(new Set(rules.map(({ level }) => level))).toEqual(new Set(['error']));
  });
});

describe('the definitions', () => {
  it.each(collectionYears)('define each rule once in %i', (year) => {
    const ids = definitions.filter((rule) => inForce(rule, year)).map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.each(collectionYears)('name items that %i has', (year) => {
    const model = yearModel(year);
    for (const rule of definedIn(year)) {
      for (const ref of [...rule.items, ...rule.uses, ...rule.lacks, ...rule.blocks]) {
        expect([rule.id, ref, model.group(recordOf(ref)).byTag.has(tagOf(ref))]).toEqual([rule.id, ref, true]);
      }
    }
  });

  it.each(collectionYears)('yield in %i to rules that were looked at before', (year) => {
    const current = definedIn(year);
    const order = phases.flatMap((phase) => current.filter((rule) => rule.phase === phase).map(({ id }) => id));
    for (const rule of current) {
      for (const other of rule.unless) {
        expect([rule.id, other, order.indexOf(other)]).toEqual([rule.id, other, expect.any(Number)]);
        expect(order.indexOf(other)).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(other)).toBeLessThan(order.indexOf(rule.id));
      }
    }
  });

  it.each(collectionYears)('ask in %i for no item whose lack is told only later', (year) => {
    const current = definedIn(year);
    const late: string[] = [];
    for (const rule of current) {
      for (const ref of [...rule.items, ...rule.uses]) {
        for (const teller of current.filter((other) => other !== rule && other.lacks.includes(ref))) {
          if (phases.indexOf(teller.phase) > phases.indexOf(rule.phase)) late.push(`${rule.id} ${ref} ${teller.id}`);
        }
      }
    }
    // ASM-14 yields to ASM-13, so it comes after it; ASM-03 asks only where the plan is there.
    expect(late).toEqual(['ASM-03 Assessment.NamedPlan ASM-14', 'ASM-13 Assessment.NamedPlan ASM-14']);
  });

  it.each(collectionYears)('tell in %i the lack only of what they name', (year) => {
    for (const rule of definedIn(year)) expect(rule.items).toEqual(expect.arrayContaining([...rule.lacks]));
  });
});
