import type { Requests } from '../../../src/return/index.js';
import type { Shape } from './shapes.js';
import { given, planOf, some } from './words.js';

/** A shape that some request of a person has. */
function ofRequest(name: string, words: string, never: string, holds: (request: Requests) => boolean): Shape {
  return { name, words, never, stands: (person) => some(person, holds) };
}

const assessed = (request: Requests): string | undefined => request.Assessment?.AssessmentOutcome;
const isAgreed = ({ RequestOutcome: outcome }: Requests): boolean => outcome === 'Y' || outcome === 'H';
const wasOverturned = (request: Requests): boolean =>
  request.RequestMediation === '1' || request.RequestTribunal === '1';
const planWasOverturned = ({ Assessment: assessment }: Requests): boolean =>
  assessment?.AssessmentMediation === '1' || assessment?.AssessmentTribunal === '1';

/** How a request, and the assessment that follows it, may stand or end. */
export const requestShapes: readonly Shape[] = [
  ofRequest(
    'request-under-way',
    'a request that awaits its decision',
    'no request awaits its decision',
    (request) => request.RequestOutcome === 'A' && !request.Assessment,
  ),
  ofRequest(
    'request-withdrawn',
    'a request withdrawn before its decision',
    'no request was ever withdrawn',
    (request) => request.RequestOutcome === 'W' && !request.Assessment,
  ),
  ofRequest(
    'request-refused',
    'a request refused, and nothing after it',
    'no request was ever refused for good',
    (request) => request.RequestOutcome === 'N' && !wasOverturned(request) && !request.Assessment,
  ),
  ofRequest(
    'refusal-overturned-by-mediation',
    'a refused request overturned by mediation, with the assessment after it',
    'no refused request was overturned by mediation',
    (request) => request.RequestOutcome === 'N' && request.RequestMediation === '1' && request.Assessment !== undefined,
  ),
  ofRequest(
    'refusal-overturned-by-tribunal',
    'a refused request overturned by the tribunal, with the assessment after it',
    'no refused request was overturned by the tribunal',
    (request) => request.RequestOutcome === 'N' && request.RequestTribunal === '1' && request.Assessment !== undefined,
  ),
  ofRequest(
    'request-agreed-in-the-year',
    'a request agreed in the activity year',
    'no request was agreed in the activity year',
    (request) => request.RequestOutcome === 'Y' && request.Assessment !== undefined,
  ),
  ofRequest(
    'request-agreed-before',
    'a request agreed before the activity year (H), with its date of receipt',
    'no request agreed before the activity year (H) has a date of receipt',
    (request) => request.RequestOutcome === 'H' && given(request.ReceivedDate),
  ),
  ofRequest(
    'request-historical',
    'a historical request (H) with nothing but its outcome, and a plan',
    'no plan stands under a historical request (H) without dates',
    (request) => request.RequestOutcome === 'H' && !given(request.ReceivedDate) && planOf(request) !== undefined,
  ),
  ofRequest(
    'request-exported',
    'a request exported to another LA, with no assessment',
    'no request was ever exported to another LA',
    (request) => given(request.Exported) && !request.Assessment,
  ),
  {
    name: 'asked-again-after-refusal',
    words: 'a person whose request was refused and who asked again',
    never: 'nobody asked again after a refusal',
    stands: ({ Requests: requests = [] }) => {
      const refused = requests.findIndex((request) => request.RequestOutcome === 'N' && !wasOverturned(request));
      return refused >= 0 && requests.some((request, index) => index !== refused && isAgreed(request));
    },
  },
  ofRequest(
    'assessment-under-way',
    'an assessment under way',
    'no assessment is under way',
    (request) => assessed(request) === 'A',
  ),
  ofRequest(
    'assessment-withdrawn',
    'an assessment that ended before its decision',
    'no assessment ended before its decision',
    (request) => assessed(request) === 'W' && !planOf(request),
  ),
  ofRequest(
    'plan-refused',
    'an assessment after which no plan is issued',
    'no plan was ever refused after an assessment',
    (request) => assessed(request) === 'N' && !planWasOverturned(request) && !planOf(request),
  ),
  ofRequest(
    'plan-refusal-overturned-by-mediation',
    'a plan refused, and issued after mediation',
    'no plan was issued after mediation',
    (request) =>
      assessed(request) === 'N' && request.Assessment?.AssessmentMediation === '1' && planOf(request) !== undefined,
  ),
  ofRequest(
    'plan-refusal-overturned-by-tribunal',
    'a plan refused, and issued by order of the tribunal',
    'no plan was issued by order of the tribunal',
    (request) =>
      assessed(request) === 'N' && request.Assessment?.AssessmentTribunal === '1' && planOf(request) !== undefined,
  ),
  ofRequest(
    'decided-not-yet-issued',
    'a plan that is decided on and not yet issued',
    'no plan is decided on and not yet issued',
    (request) => assessed(request) === 'Y' && !given(request.Assessment?.AssessmentOutcomeDate) && !planOf(request),
  ),
];
