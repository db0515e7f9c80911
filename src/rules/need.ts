import { rule, type RecordRule } from './definition.js';
import { presence, present } from './words.js';

/** Rules about the needs of a person with an active plan. */
export const needRules: readonly RecordRule[] = [
  presence('PLC-24', 'ActivePlans', 'ActivePlans.SENneed'),
  presence('PLC-25', 'SENneed', 'SENneed.SENtype'),
  presence('PLC-26', 'SENneed', 'SENneed.SENtypeRank'),
  rule({
    id: 'PLC-27',
    level: 'error',
    basis: 'guide',
    statement: 'Exactly one need has rank 1 and at most one has rank 2.',
    message: 'A person has one need of rank 1 and perhaps one of rank 2; these ranks differ from that.',
    on: 'ActivePlans',
    items: ['SENneed.SENtypeRank'],
    broken: ({ SENneed: needs = [] }) => {
      const ranked = (rank: string): number => needs.filter((need) => need.SENtypeRank === rank).length;
      return needs.length > 0 && (ranked('1') !== 1 || ranked('2') > 1);
    },
  }),
  rule({
    id: 'PLC-28',
    level: 'error',
    basis: 'shared-item',
    statement: 'Two needs are of different types.',
    message: 'Both needs are of the same type.',
    on: 'ActivePlans',
    items: ['SENneed.SENtype'],
    broken: ({ SENneed: needs = [] }) => {
      const types = needs.map((need) => need.SENtype).filter(present);
      return new Set(types).size < types.length;
    },
  }),
];
