import { disagreement, referenceFindings } from '../../../conformance/suite/prove.js';
import { makeBroken, makeParent, type ParentReturn, type SuiteKey } from '../../../conformance/suite/make-case.js';
import { caseIdOf, parentNamed, parentsIn, type Break } from '../../../scenarios/index.js';
import { inForce } from '../../../src/model/index.js';
import { ruleById } from '../../../src/rules/index.js';

/** Those of some breaks that can be made in a year. */
export function madeIn(breaks: readonly Break[], year: number): readonly Break[] {
  const told = new Set(parentsIn(year).map((parent) => parent.name));
  return breaks.filter((one) => {
    const rule = ruleById(one.rule);
    const isRule = rule && inForce({ from: rule.from, ...(rule.to === null ? {} : { to: rule.to }) }, year);
    return isRule === true && inForce(one, year) && told.has(one.parent);
  });
}

/** Makes parents, each once. */
export function parentMaker(key: SuiteKey): (name: string) => ParentReturn {
  const made = new Map<string, ParentReturn>();
  return (name) => {
    let parent = made.get(name);
    if (!parent) made.set(name, (parent = makeParent(key, parentNamed(name))));
    return parent;
  };
}

/** The breaks whose findings are not those that they say, each in a line. */
export function unproved(breaks: readonly Break[], key: SuiteKey): readonly string[] {
  const parent = parentMaker(key);
  return madeIn(breaks, key.year).flatMap((one) => {
    const { file, change } = makeBroken(key, parent(one.parent), one);
    const expected = [...change.at.map((path) => ({ rule: one.rule, path })), ...(change.also ?? [])];
    const wrong = disagreement(caseIdOf(one), expected, referenceFindings(file, key.year));
    return wrong ? [`${wrong.id}: ${wrong.expected.join(', ')} but ${wrong.found.join(', ')}`] : [];
  });
}
