import { ruleById } from '../../src/rules/index.js';
import type { Crosswalk } from '../crosswalk/index.js';
import type { Answer, ReportedFinding } from '../judge/index.js';
import type { Validator } from './validator.js';

/**
 * Has a crosswalk honoured whatever the validator: its levels are those the validator is to give, and a rule that is
 * reported under one of its codes counts as that rule. What an adapter says of levels and codes comes first.
 */
export function withCrosswalk(validator: Validator, crosswalk: Crosswalk): Validator {
  const { capabilities } = validator;
  return {
    ...validator,
    capabilities: {
      ...capabilities,
      levelOf: (rule, year) => capabilities.levelOf?.(rule, year) ?? crosswalk.levelOf(rule, year),
    },
    crosswalk,
    validate: async (request, signal) => {
      const answer = await validator.validate(request, signal);
      return ruledAnswer(answer, crosswalk, request.year);
    },
  };
}

function ruledAnswer(answer: Answer, crosswalk: Crosswalk, year: number): Answer {
  if (answer.kind !== 'findings') return answer;
  return { ...answer, findings: answer.findings.map((finding) => ruled(finding, crosswalk, year)) };
}

function ruled(finding: ReportedFinding, crosswalk: Crosswalk, year: number): ReportedFinding {
  const { rule: code } = finding;
  // With a code beside the rule an adapter has mapped it, and an id of this kit is never a code of others.
  if (code === undefined || finding.code !== undefined || ruleById(code)) return finding;
  const rules = crosswalk.rulesOf(code.trim(), year);
  const [rule] = rules;
  return rule === undefined ? finding : { ...finding, rule, code, ...(rules.length > 1 && { anyRuleOf: rules }) };
}
