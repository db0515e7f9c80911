import type { Requests } from '../../src/return/index.js';
import type { CaseRun } from './case-run.js';
import type { Course } from './course.js';
import { isInherited } from './possible.js';
import type { Plot } from './traits.js';

const endedBeforeAgreement: Readonly<Partial<Record<Plot, 'A' | 'W' | 'N'>>> = {
  'awaiting-decision': 'A',
  withdrawn: 'W',
  refused: 'N',
  'refused-mediated': 'N',
  'refused-appealed': 'N',
};

/** The request as the return has it, without what hangs under it. */
export function requestRecord(run: CaseRun, course: Course): Requests {
  const { traits, activityStart } = run;
  if (isInherited(traits.plot)) return { RequestOutcome: 'H' };

  const record = received(run, course.received);
  const ended = endedBeforeAgreement[traits.plot];
  const agreed = course.decided !== undefined && course.decided >= activityStart ? 'Y' : 'H';
  record.RequestOutcome = ended ?? agreed;
  if (record.RequestOutcome === 'Y' || record.RequestOutcome === 'N') {
    if (course.decided !== undefined) record.RequestOutcomeDate = course.decided;
    record.RequestMediation = traits.plot === 'refused-mediated' ? '1' : '0';
    record.RequestTribunal = traits.plot === 'refused-appealed' ? '1' : '0';
  }
  if (traits.plot === 'exported') record.Exported = otherLa(run);
  return record;
}

/** The earlier request of a person who was refused before, where there is one. */
export function refusedRecord(run: CaseRun, course: Course): Requests | undefined {
  const refused = course.refusedBefore;
  if (!refused) return undefined;
  return {
    ...received(run, refused.received),
    RequestOutcomeDate: refused.decided,
    RequestOutcome: 'N',
    RequestMediation: '0',
    RequestTribunal: '0',
  };
}

function received(run: CaseRun, date: string | undefined): Requests {
  const { source, rya } = run.traits;
  const record: Requests = { RYA: rya ? '1' : '0' };
  if (date !== undefined) record.ReceivedDate = date;
  if (source !== undefined && run.has('Requests', 'RequestSource')) record.RequestSource = source;
  return record;
}

/** The LA at the other end of a move: the one chosen, or any that is known. */
export function otherLa({ traits, world, random }: CaseRun): string {
  return traits.otherLa ?? random.pick(world.otherLas.filter((code) => code !== 'XXX'));
}
