import type { NearMiss } from './break.js';
import { nearMiss } from './near-miss.js';
import { given, settled } from './setting-near-miss.js';
import { placement, planDetail, type Side } from './sides.js';

const someUkprn = '10012345';
const someText = 'To be confirmed';

/** Each code that no age asks for or rules out in the parent. */
function codesAlone(side: Side): readonly NearMiss[] {
  const codes = side === planDetail ? ['OLA', 'OPA', 'EHE', 'EYP'] : ['OLA', 'OPA', 'EHE', 'NEET', 'NIEC'];
  return codes.map((code) =>
    settled(
      side,
      side.someWhere,
      `${code.toLowerCase()}-alone`,
      'provider-without-urn',
      `SENSetting ${code} is alone`,
      { SENSetting: code },
      'SENSetting',
    ),
  );
}

function wheres(side: Side): readonly NearMiss[] {
  const { someWhere, oneWhere } = side;
  return [
    ...codesAlone(side),
    settled(side, someWhere, 'ukprn-alone', 'issued-on-time', 'a UKPRN is alone', { UKPRN: someUkprn }, 'UKPRN'),
    settled(
      side,
      someWhere,
      'code-alone',
      'issued-on-time',
      'a SENSetting is alone',
      { SENSetting: 'OPA' },
      'SENSetting',
    ),
    settled(
      side,
      someWhere,
      'second-code-alone',
      'two-placements',
      'the second, a SENSetting is alone',
      { SENSetting: 'OLA' },
      'SENSetting',
      2,
    ),
    given(side, someWhere, 'urn-of-five-digits', 'issued-on-time', 'the URN has five digits', { URN: '10001' }, 'URN'),
    settled(
      side,
      oneWhere,
      'code-for-ukprn',
      'provider-without-urn',
      'a SENSetting stands for the UKPRN',
      { SENSetting: 'EHE' },
      'SENSetting',
    ),
    settled(
      side,
      oneWhere,
      'other-for-urn',
      'issued-on-time',
      'a setting is described in place of the URN',
      { SENSetting: 'OTH', SENSettingOther: someText },
      'SENSetting',
    ),
    settled(
      side,
      oneWhere,
      'second-of-another-kind',
      'two-placements',
      'the second, a UKPRN stands beside the URN of the first',
      { UKPRN: someUkprn },
      'UKPRN',
      2,
    ),
    nearMiss(
      oneWhere,
      'same-urn-twice',
      'two-placements',
      `Two of the kind ${side.noun} have the same URN.`,
      (draft) => {
        side.record(draft, 2).URN = side.record(draft, 1).URN ?? '';
        return side.at(draft, 'URN', 2);
      },
    ),
  ];
}

function texts(side: Side): readonly NearMiss[] {
  const { textGiven, textNotGiven } = side;
  const codes = side === planDetail ? ['OLA', 'OPA', 'EHE', 'EYP'] : ['OLA', 'OPA', 'EHE', 'NEET', 'NIEC'];
  const described = side === planDetail ? ['OTH'] : ['OTH', 'NIEO'];
  const short = { 'one-letter': 'x', zero: '0', hyphen: '-', digits: '2026', 'two-spaces-within': 'Farm  school' };
  return [
    ...codes.map((code) =>
      settled(
        side,
        textGiven,
        `${code.toLowerCase()}-not-described`,
        'other-setting',
        `SENSetting ${code} is not described`,
        { SENSetting: code },
        'SENSettingOther',
      ),
    ),
    settled(
      side,
      textGiven,
      'ukprn-not-described',
      'other-setting',
      'a UKPRN is not described',
      { UKPRN: someUkprn },
      'SENSettingOther',
    ),
    ...Object.entries(short).map(([name, text]) =>
      given(
        side,
        textGiven,
        name,
        'other-setting',
        `the other setting is described as ${JSON.stringify(text)}`,
        { SENSettingOther: text },
        'SENSettingOther',
      ),
    ),
    settled(
      side,
      textGiven,
      'second-alone-described',
      'two-placements',
      'the second alone is at another setting, and described',
      { SENSetting: 'OTH', SENSettingOther: someText },
      'SENSettingOther',
      2,
    ),
    ...described.map((code) =>
      settled(
        side,
        textNotGiven,
        `${code.toLowerCase()}-described`,
        'arranged-by-la',
        `SENSetting ${code} is described`,
        { SENSetting: code, SENSettingOther: someText },
        'SENSettingOther',
      ),
    ),
    settled(
      side,
      textNotGiven,
      'first-alone-described',
      'two-placements',
      'the first alone is at another setting, and described',
      { SENSetting: 'OTH', SENSettingOther: someText },
      'SENSettingOther',
    ),
  ];
}

/** Near misses of the rules about where, which are alike for the plan as named and for placements. */
export const settingNearMisses: readonly NearMiss[] = [planDetail, placement].flatMap((side) => [
  ...wheres(side),
  ...texts(side),
]);
