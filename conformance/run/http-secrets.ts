import type { Answer, ReportedFinding } from '../judge/index.js';

/** Keeps what the environment holds out of all that is told. */
export interface Secrets {
  /** A text to be told to people, in which each value is replaced by its place. */
  hide(text: string): string;
  /** What a service sent, before it is read; values so short that they may stand in it by chance are left. */
  hideInBody(text: string): string;
  /** What was read from it. */
  hideInAnswer(answer: Answer): Answer;
}

/** Characters from which on a value is not met by chance, so that replacing it changes nothing that is judged. */
const tooLongForChance = 8;

/**
 * @param names of the variables of the environment; what they hold is looked at when something is hidden
 */
export function secretsOf(names: readonly string[]): Secrets {
  const hideFrom = (shortest: number) => (text: string) => {
    let hidden = text;
    for (const [form, place] of formsOf(names)) {
      if (form.length >= shortest) hidden = hidden.replaceAll(form, () => place);
    }
    return hidden;
  };
  const hide = hideFrom(1);
  const hideInBody = hideFrom(tooLongForChance);
  return {
    hide,
    hideInBody,
    hideInAnswer: (answer) => {
      if (names.length === 0) return answer;
      if (answer.kind !== 'findings') return { ...answer, why: hide(answer.why) };
      return { ...answer, findings: answer.findings.map((finding) => hideInFinding(finding, hide, hideInBody)) };
    },
  };
}

/** The ways in which a value may be written, longest first since one may hold another, each with its place. */
function formsOf(names: readonly string[]): readonly (readonly [form: string, place: string])[] {
  const forms = names.flatMap((name) => {
    const value = process.env[name] ?? '';
    const inJson = JSON.stringify(value).slice(1, -1);
    const ways = [value, encodeURIComponent(value), inJson, inJson.replaceAll('/', '\\/')];
    return ways.map((form) => [form, `\${env:${name}}`] as const);
  });
  return forms.filter(([form]) => form !== '').sort(([a], [b]) => b.length - a.length);
}

type Hide = (text: string) => string;

function hideInFinding(finding: ReportedFinding, inMessage: Hide, inOthers: Hide): ReportedFinding {
  const { rule, code, level, path, message } = finding;
  return {
    ...finding,
    ...(rule !== undefined && { rule: inOthers(rule) }),
    ...(code !== undefined && { code: inOthers(code) }),
    ...(level !== undefined && { level: inOthers(level) }),
    ...(path !== undefined && { path: inOthers(path) }),
    ...(message !== undefined && { message: inMessage(message) }),
  };
}
