import type { Break, Change } from './break.js';
import { recordBreak } from './record-break.js';

const kept = 'ceased-with-placements-kept';

const types = ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'] as const;

/** Every type of need, given twice. */
const repeated: readonly Break[] = types.map((type) =>
  recordBreak(
    'PLC-28',
    `${type.toLowerCase()}-repeated`,
    'two-placements',
    `Both needs are of type ${type}.`,
    (draft): Change => {
      for (const number of [1, 2]) draft.need(number).SENtype = type;
      return { at: [draft.at.need('SENtype')], orAt: [draft.at.need('SENtype', 2)] };
    },
    type === 'DS' ? { from: 2025 } : {},
  ),
);

/** More breaks of the rules about SEN needs: in each of two, and of ceased plans. */
export const needMoreBreaks: readonly Break[] = [
  ...(['SENtype', 'SENtypeRank'] as const).flatMap((tag) => {
    const rule = tag === 'SENtype' ? 'PLC-25' : 'PLC-26';
    const without = (name: string, summary: string, numbers: readonly number[]): Break =>
      recordBreak(rule, name, 'two-placements', summary, (draft) => {
        for (const number of numbers) Reflect.deleteProperty(draft.need(number), tag);
        return { at: numbers.map((number) => draft.at.need(tag, number)) };
      });
    return [
      without('first-of-two-absent', `${tag} of the first of two needs is absent.`, [1]),
      without('both-absent', `${tag} of both needs is absent.`, [1, 2]),
      recordBreak(rule, 'ceased-absent', kept, `${tag} of the need of a ceased plan is absent.`, (draft) => {
        Reflect.deleteProperty(draft.need(), tag);
        return draft.at.need(tag);
      }),
    ];
  }),
  recordBreak(
    'PLC-27',
    'transferred-only-need-secondary',
    'transferred-in',
    'The only need of a plan taken over is of rank 2.',
    (draft) => {
      draft.need().SENtypeRank = '2';
      return draft.at.need('SENtypeRank');
    },
  ),
  ...(['1', '2'] as const).map((rank) =>
    recordBreak(
      'PLC-27',
      `overturned-both-${rank}`,
      'refusal-overturned-by-tribunal',
      `Both needs are of rank ${rank}.`,
      (draft): Change => {
        for (const number of [1, 2]) draft.need(number).SENtypeRank = rank;
        return { at: [draft.at.need('SENtypeRank')], orAt: [draft.at.need('SENtypeRank', 2)] };
      },
    ),
  ),
  recordBreak(
    'PLC-28',
    'ceased-type-repeated',
    kept,
    'Both needs of a ceased plan are of the same type.',
    (draft): Change => {
      draft.active().SENneed = [draft.need(), { ...draft.need(), SENtypeRank: '2' }];
      return { at: [draft.at.need('SENtype')], orAt: [draft.at.need('SENtype', 2)] };
    },
  ),
  ...repeated,
];
