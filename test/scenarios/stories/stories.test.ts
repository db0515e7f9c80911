import { codesIn, collectionYears, yearModel } from '../../../src/model/index.js';
import { randomFor } from '../../../src/random/index.js';
import type { Requests } from '../../../src/return/index.js';
import {
  establishmentKinds,
  plainWorld,
  simulateCase,
  type CaseTraits,
  type Identification,
  type Plot,
  type ReviewState,
  type Setting,
} from '../../../scenarios/life/index.js';
import { stories, storiesIn, storyNamed, traitsOf, type Story } from '../../../scenarios/stories/index.js';
import { faultsOf } from '../life/invariants.js';

const seeds = Array.from({ length: 25 }, (_, i) => i);

function tell(
  story: Story,
  year: number,
  seed: number,
): { traits: CaseTraits; requests: Requests[]; faults: string[] } {
  const world = plainWorld(year, seed % 2 === 0 ? '801' : '941');
  const random = randomFor('story', story.name, year, seed);
  const traits = traitsOf(story, world, random);
  const requests = simulateCase(traits, world, random);
  return { traits, requests, faults: faultsOf(requests, traits, world) };
}

/** Every `Tag` and `Tag=value` that stands in a record. */
function said(record: object, found = new Set<string>()): Set<string> {
  for (const [tag, value] of Object.entries(record) as [string, unknown][]) {
    found.add(tag);
    if (typeof value === 'string') found.add(`${tag}=${value}`);
    const held: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of held) if (typeof child === 'object' && child !== null) said(child, found);
  }
  return found;
}

describe.each(collectionYears)('the stories of %i', (year) => {
  it.each(storiesIn(year).map((story) => [story.name, story] as const))('%s breaks no rule', (_, story) => {
    for (const seed of seeds) {
      const { requests, faults } = tell(story, year, seed);
      if (faults.length > 0)
        throw new Error(`seed ${seed}: ${faults.join(', ')}\n${JSON.stringify(requests, null, 1)}`);
    }
  });

  it('are told the same way twice', () => {
    for (const story of storiesIn(year)) expect(tell(story, year, 7)).toEqual(tell(story, year, 7));
  });

  it('have the age they say on census day and on the 31 August before', () => {
    const { facts } = yearModel(year);
    for (const story of storiesIn(year)) {
      const born = tell(story, year, 3).traits.birthDate;
      expect(born.slice(0, 4)).toBe(String(facts.activityYear - story.age));
      expect(born.slice(5) >= '02-01' && born.slice(5) <= '08-31').toBe(true);
    }
  });

  it('use every item of a request and all below it', () => {
    const used = new Set<string>();
    for (const story of storiesIn(year)) for (const seed of [1, 2, 3]) said(tell(story, year, seed).requests, used);
    const below = yearModel(year).items.filter((item) => {
      const outside = ['Message', 'Header', 'CollectionDetails', 'Source', 'Persons', 'Person'];
      return !outside.includes(item.parent.tag);
    });
    expect(below.length).toBeGreaterThan(40);
    expect(below.map((item) => item.tag).filter((tag) => !used.has(tag))).toEqual([]);
  });

  it('use every code of the short code sets', () => {
    const used = new Set<string>();
    for (const story of storiesIn(year)) for (const seed of [1, 2, 3]) said(tell(story, year, seed).requests, used);
    const missing: string[] = [];
    for (const [tag, set] of Object.entries({
      RequestSource: 'requestSource',
      RequestOutcome: 'requestOutcome',
      AssessmentOutcome: 'assessmentOutcome',
      SENSetting: 'senSettingPlacement',
      PlanRes: 'residential',
      Res: 'residential',
      PlanWBP: 'workBased',
      WBP: 'workBased',
      DP: 'directPayments',
      CeaseReason: 'ceaseReason',
      ReviewOutcome: 'reviewOutcome',
      SENtype: 'senType',
      PlacementRank: 'rank',
      SENtypeRank: 'rank',
      RYA: 'yesNo',
      Week20: 'yesNo',
      PB: 'yesNo',
      OA: 'yesNo',
      SENunitIndicator: 'yesNo',
      ResourcedProvisionIndicator: 'yesNo',
      RequestMediation: 'yesNo',
      RequestTribunal: 'yesNo',
      AssessmentMediation: 'yesNo',
      AssessmentTribunal: 'yesNo',
    })) {
      if (!yearModel(year).items.some((item) => item.tag === tag)) continue;
      for (const code of codesIn(set, year).keys()) if (!used.has(`${tag}=${code}`)) missing.push(`${tag}=${code}`);
    }
    expect(missing).toEqual([]);
  });

  it('name every setting a plan can name', () => {
    const named = new Set<string>();
    for (const story of storiesIn(year))
      for (const { Assessment } of tell(story, year, 1).requests)
        for (const { SENSetting } of Assessment?.NamedPlan?.PlanDetail ?? []) if (SENSetting) named.add(SENSetting);
    expect([...named].sort()).toEqual([...codesIn('senSettingPlan', year).keys()].sort());
  });
});

describe('the catalogue of stories', () => {
  it('has names that are unique and kebab-case, and one sentence each', () => {
    expect(new Set(stories.map((story) => story.name)).size).toBe(stories.length);
    for (const { name, summary } of stories) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(summary).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  it('finds a story by its name and refuses one it does not have', () => {
    for (const story of stories) expect(storyNamed(story.name)).toBe(story);
    expect(() => storyNamed('no-such-story')).toThrow(RangeError);
  });

  it('leaves out the stories a year cannot tell', () => {
    const names = (year: number): string[] => storiesIn(year).map((story) => story.name);
    expect(names(2023)).not.toContain('review-met');
    expect(names(2024)).toContain('review-met');
    expect(names(2024)).not.toContain('phase-transfer-due');
    expect(names(2025)).toEqual(stories.map((story) => story.name));
  });

  it('covers every trait', () => {
    const told = stories.map((story) => tell(story, 2026, 1).traits);
    const has = <T>(all: readonly T[], of: (traits: CaseTraits) => T | undefined): void => {
      expect(all.filter((one) => !told.some((traits) => of(traits) === one))).toEqual([]);
    };
    const plots: Record<Plot, true> = {
      'awaiting-decision': true,
      withdrawn: true,
      refused: true,
      'refused-mediated': true,
      'refused-appealed': true,
      assessing: true,
      'assessment-withdrawn': true,
      'not-issued': true,
      'not-issued-mediated': true,
      'not-issued-appealed': true,
      'decided-not-yet-issued': true,
      issued: true,
      'issued-on-old-request': true,
      historical: true,
      'transferred-in': true,
      exported: true,
      'second-request': true,
    };
    const reviews: Record<ReviewState, true> = {
      none: true,
      met: true,
      maintain: true,
      amend: true,
      'amend-drafted': true,
      cease: true,
    };
    const identifications: Record<Identification, true> = {
      upn: true,
      'temporary-upn': true,
      uln: true,
      'upn-and-uln': true,
      UN1: true,
      UN2: true,
      UN3: true,
      UN5: true,
      UN8: true,
      UN9: true,
      UN10: true,
    };
    has(Object.keys(plots), (t) => t.plot);
    has(Object.keys(reviews), (t) => t.review);
    has(Object.keys(identifications), (t) => t.identification);
    has(['none', 'due', 'finalised'], (t) => t.phaseTransfer);
    has(['on-time', 'late', 'very-late'], (t) => t.pace);
    has(['urn', 'ukprn', 'code'], (t) => t.setting.by);
    has(['sen-unit', 'resourced'], (t) => (t.setting.by === 'urn' ? t.setting.provision : undefined));
    const kinds = told.flatMap((t) => [t.setting, t.secondSetting, t.earlierSetting].map(kindOf));
    expect(establishmentKinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });
});

function kindOf(setting: Setting | undefined): string | undefined {
  return setting?.by === 'urn' ? setting.kind : undefined;
}

/** What a story is about must be there to see in the return. */
describe('what a story says', () => {
  const first = (name: string, year = 2026): Requests => tell(storyNamed(name), year, 5).requests[0] ?? {};
  const plan = (name: string) => first(name).Assessment?.NamedPlan ?? {};
  const daysToPlan = (name: string, seed: number): number => {
    const request = tell(storyNamed(name), 2026, seed).requests[0];
    return (
      (Date.parse(request?.Assessment?.NamedPlan?.StartDate ?? '') - Date.parse(request?.ReceivedDate ?? '')) / 864e5
    );
  };

  it('on time, late and very late are by weeks from the request', () => {
    for (const seed of seeds) {
      expect(daysToPlan('issued-on-time', seed)).toBeLessThanOrEqual(140);
      expect(daysToPlan('issued-late', seed)).toBeGreaterThan(140);
      expect(daysToPlan('issued-late', seed)).toBeLessThanOrEqual(364);
      expect(daysToPlan('issued-after-more-than-a-year', seed)).toBeGreaterThan(365);
    }
    expect(first('issued-late').Assessment?.Week20).toBe('0');
    expect(first('issued-late-with-exception').Assessment?.Week20).toBe('1');
  });

  it('whether a request was decided before the activity year hangs on the story, never on the seed', () => {
    for (const year of collectionYears) {
      for (const story of storiesIn(year)) {
        const outcomes = new Set(seeds.map((seed) => tell(story, year, seed).requests.at(-1)?.RequestOutcome));
        expect([story.name, outcomes.size]).toEqual([story.name, 1]);
        if (story.traits.plot === 'issued') expect([...outcomes]).toEqual(['Y']);
        if (story.traits.plot === 'issued-on-old-request') expect([...outcomes]).toEqual(['H']);
      }
    }
  });

  it('an old request is historical and keeps the date it came in', () => {
    expect(first('issued-on-old-request')).toMatchObject({
      RequestOutcome: 'H',
      ReceivedDate: expect.stringMatching(/^202[34]/) as string,
      Assessment: { AssessmentOutcome: 'Y' },
    });
    expect(first('not-issued-overturned-by-tribunal')).toMatchObject({
      RequestOutcome: 'H',
      Assessment: { AssessmentOutcome: 'N', AssessmentTribunal: '1', NamedPlan: {} },
    });
  });

  it('an overturned refusal keeps its outcome and leads to a plan', () => {
    expect(first('refusal-overturned-by-mediation')).toMatchObject({
      RequestOutcome: 'N',
      RequestMediation: '1',
      RequestTribunal: '0',
      Assessment: { AssessmentOutcome: 'Y', NamedPlan: {} },
    });
    expect(first('refusal-overturned-by-tribunal')).toMatchObject({
      RequestOutcome: 'N',
      RequestMediation: '0',
      RequestTribunal: '1',
    });
    expect(first('not-issued-overturned-by-mediation')).toMatchObject({
      RequestOutcome: 'Y',
      Assessment: { AssessmentOutcome: 'N', AssessmentMediation: '1', NamedPlan: {} },
    });
  });

  it('a decision to issue without the plan has no date', () => {
    const { Assessment } = first('decided-not-yet-issued');
    expect(Assessment?.AssessmentOutcome).toBe('Y');
    expect(Assessment?.AssessmentOutcomeDate).toBeUndefined();
    expect(Assessment?.NamedPlan).toBeUndefined();
  });

  it('a move leaves one placement and opens the next', () => {
    const [before, after, ...rest] = first('moved-placement').ActivePlans?.PlacementDetail ?? [];
    expect(rest).toEqual([]);
    expect(before?.LeavingDate).toBeDefined();
    expect(after?.LeavingDate).toBeUndefined();
    expect(before?.URN).not.toBe(after?.URN);
    expect(first('three-placements').ActivePlans?.PlacementDetail?.map((p) => p.PlacementRank)).toEqual([
      '1',
      '1',
      '2',
    ]);
    expect(plan('two-placements').PlanDetail).toHaveLength(2);
  });

  it('a plan never names being out of education', () => {
    expect(first('neet').ActivePlans?.PlacementDetail?.at(-1)?.SENSetting).toBe('NEET');
    const before = first('neet').ActivePlans?.PlacementDetail?.[0]?.URN;
    expect(before).toBeDefined();
    expect(plan('neet').PlanDetail?.[0]?.URN).toBe(before);
    expect(plan('not-in-education').PlanDetail?.[0]?.URN).toBeDefined();
  });

  it('a ceased plan has no active plans, but where they were kept', () => {
    expect(first('ceased-needs-met').ActivePlans).toBeUndefined();
    expect(first('ceased-with-placements-kept').ActivePlans?.PlacementDetail).toHaveLength(3);
    for (const { LeavingDate } of first('ceased-with-placements-kept').ActivePlans?.PlacementDetail ?? [])
      expect(LeavingDate).toBeDefined();
  });

  it('where a case went to or came from is another LA, or XXX where the story says so', () => {
    for (const seed of seeds) {
      const to = tell(storyNamed('exported'), 2026, seed).requests[0]?.Exported;
      expect(to).not.toBe('XXX');
      expect(to).toMatch(/^[0-9]{3}$/);
    }
    expect(first('exported-to-unknown').Exported).toBe('XXX');
    expect(first('transferred-in-from-unknown').ActivePlans?.TransferLA).toBe('XXX');
    expect(first('transferred-in').ActivePlans?.TransferLA).toMatch(/^[0-9]{3}$/);
  });

  it('a phase transfer is due in the year of the move, or finalised before last year’s', () => {
    expect(first('phase-transfer-due').ActivePlans?.PhaseTransferDueDate).toBe('2026-02-15');
    expect(first('phase-transfer-due').ActivePlans?.PhaseTransferFinalDate).toBeUndefined();
    expect(first('post-16-transfer-due').ActivePlans?.PhaseTransferDueDate).toBe('2026-03-31');
    expect(first('phase-transfer-finalised').ActivePlans?.PhaseTransferDueDate).toBe('2025-02-15');
    expect(first('phase-transfer-finalised').ActivePlans?.PhaseTransferFinalDate).toBeDefined();
  });

  it('residence and work based learning stand with the plan in 2023 and with the placement after', () => {
    const active = (year: number) => first('residential-38-weeks', year).ActivePlans;
    expect(active(2023)?.Res).toBe('A');
    expect(active(2023)?.PlacementDetail?.[0]?.Res).toBeUndefined();
    expect(active(2024)?.Res).toBeUndefined();
    expect(active(2024)?.PlacementDetail?.[0]?.Res).toBe('A');
  });
});
