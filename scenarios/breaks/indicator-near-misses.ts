import type { NearMiss } from './break.js';
import { nearMiss } from './near-miss.js';
import { given, settled } from './setting-near-miss.js';
import { placement, planDetail, resettle, type Side } from './sides.js';

const someUkprn = '10012345';
const zeros = { SENunitIndicator: '0', ResourcedProvisionIndicator: '0' };
const unit = { SENunitIndicator: '1', ResourcedProvisionIndicator: '0' };
const provision = { SENunitIndicator: '0', ResourcedProvisionIndicator: '1' };

function indicators(side: Side): readonly NearMiss[] {
  const { notBoth, onlyWithUrn } = side;
  const asked = [
    [side.unitGiven, 'SENunitIndicator', 'ResourcedProvisionIndicator'],
    [side.provisionGiven, 'ResourcedProvisionIndicator', 'SENunitIndicator'],
  ] as const;
  return [
    ...asked.flatMap(([rule, tag, other]) => [
      settled(
        side,
        rule,
        'not-asked-of-ukprn',
        'issued-on-time',
        `${tag} is absent with a UKPRN`,
        { UKPRN: someUkprn },
        tag,
      ),
      settled(
        side,
        rule,
        'not-asked-of-code',
        'issued-on-time',
        `${tag} is absent with a SENSetting`,
        { SENSetting: 'EHE' },
        tag,
      ),
      settled(
        side,
        rule,
        'not-asked-of-second-code',
        'two-placements',
        `${tag} is absent with a SENSetting beside a URN`,
        { SENSetting: 'OLA' },
        tag,
        2,
      ),
      given(
        side,
        rule,
        'other-indicator-alone',
        'arranged-by-la',
        `${other} is 0 without a URN, and ${tag} absent`,
        { [other]: '0' },
        tag,
      ),
    ]),
    given(
      side,
      notBoth,
      'provision-for-unit',
      'sen-unit',
      'a resourced provision stands for the SEN unit',
      provision,
      'SENunitIndicator',
    ),
    given(
      side,
      notBoth,
      'unit-for-provision',
      'resourced-provision',
      'a SEN unit stands for the resourced provision',
      unit,
      'SENunitIndicator',
    ),
    given(side, notBoth, 'neither', 'sen-unit', 'neither indicator is 1', zeros, 'SENunitIndicator'),
    nearMiss(
      notBoth,
      'one-each',
      'two-placements',
      `One ${side.noun} is in a SEN unit, the other in a resourced provision.`,
      (draft) => {
        Object.assign(side.record(draft, 1), unit);
        Object.assign(side.record(draft, 2), provision);
        return side.at(draft, 'SENunitIndicator', 1);
      },
    ),
    given(
      side,
      onlyWithUrn,
      'zeros-beside-ukprn',
      'provider-without-urn',
      'both indicators are 0 beside a UKPRN',
      zeros,
      'SENunitIndicator',
    ),
    given(
      side,
      onlyWithUrn,
      'zeros-beside-code',
      'arranged-by-la',
      'both indicators are 0 beside a SENSetting',
      zeros,
      'SENunitIndicator',
    ),
    given(
      side,
      onlyWithUrn,
      'unit-with-urn',
      'issued-on-time',
      'SENunitIndicator is 1 with a URN',
      unit,
      'SENunitIndicator',
    ),
    given(
      side,
      onlyWithUrn,
      'provision-with-urn',
      'issued-on-time',
      'ResourcedProvisionIndicator is 1 with a URN',
      provision,
      'ResourcedProvisionIndicator',
    ),
    nearMiss(
      onlyWithUrn,
      'unit-of-first-beside-code',
      'two-placements',
      `The first ${side.noun} is in a SEN unit, the second has no URN.`,
      (draft) => {
        Object.assign(side.record(draft, 1), unit);
        resettle(side.record(draft, 2), { SENSetting: 'OLA' });
        return side.at(draft, 'SENunitIndicator', 2);
      },
    ),
  ];
}

/** Near misses of the rules about SEN units and resourced provision, of the plan as named and of placements. */
export const indicatorNearMisses: readonly NearMiss[] = [planDetail, placement].flatMap(indicators);
