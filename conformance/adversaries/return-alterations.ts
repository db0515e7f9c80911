import { yearModel } from '../../src/model/index.js';
import type { KeyRule, ShareRule } from '../../src/rules/index.js';
import type { Alteration } from '../../src/validate/index.js';
import type { Adversary } from './adversary.js';
import { answerOf } from './answer-of.js';

/** Wrong validators that compare persons otherwise than a rule over all of them does. */
export function keyAdversaries(rule: KeyRule, year: number): readonly Adversary[] {
  const make = (operator: string, description: string, key: KeyRule['key'], equivalence?: string): Adversary => {
    const alteration: Alteration = { rule: rule.id, alter: (one) => (one === rule ? { ...rule, key } : one) };
    return {
      rule: rule.id,
      operator,
      description,
      answer: (one, exam) => answerOf(one, exam, alteration),
      ...(equivalence !== undefined && { equivalence: () => equivalence }),
    };
  };
  const blind =
    (tag: string): KeyRule['key'] =>
    (person, facts) =>
      rule.key(tag in person ? { ...person, [tag]: 'x' } : person, facts);
  const parts = rule.tags.filter((tag) => rule.tags.length > 1 && yearModel(year).item('Person', tag) !== undefined);
  return [
    make(
      'upper-cases',
      'takes small letters for capitals',
      (person, facts) => rule.key(person, facts)?.toUpperCase(),
      rule.tags.includes('UniqueLearnerNumber') ? 'the number has no letters' : undefined,
    ),
    ...parts.map((tag) => make(`blind-to:${tag}`, `leaves ${tag} out of the comparison`, blind(tag))),
  ];
}

/** Wrong validators that take another share for a large one, or look at fewer or more. */
export function shareAdversaries(rule: ShareRule): readonly Adversary[] {
  const make = (operator: string, description: string, change: Partial<ShareRule>): Adversary => {
    const alteration: Alteration = { rule: rule.id, alter: (one) => (one === rule ? { ...rule, ...change } : one) };
    return { rule: rule.id, operator, description, answer: (one, exam) => answerOf(one, exam, alteration) };
  };
  const { atLeast } = rule;
  return [
    make('looks-too-soon', `looks at a return in which ${atLeast - 1} are counted`, { atLeast: atLeast - 1 }),
    make('looks-too-late', `does not look at a return in which ${atLeast} are counted`, { atLeast: atLeast + 1 }),
    make('one-in-ten-is-too-much', 'does not allow exactly one in ten', {
      exceeds: (part, whole) => part * 10 >= whole,
    }),
    make('too-lenient', 'allows one more than one in ten', { exceeds: (part, whole) => (part - 1) * 10 > whole }),
  ];
}
