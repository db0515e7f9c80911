/** Faults to plant in a return. */
export interface DefectPlan {
  readonly format: 1;
  readonly defects: readonly Defect[];
}

/** One line of a plan: so many faults of a rule in all, or so many for each thousand persons that can have them. */
export type Defect =
  { readonly rule: string; readonly count: number } | { readonly rule: string; readonly perThousand: number };

/** A plan that makes no sense; the message says what to do. */
export class DefectPlanError extends Error {
  override readonly name = 'DefectPlanError';
}

const mostFaults = 1_000_000;

/** Reads a plan from JSON. `rules` are those that can be planted. @throws DefectPlanError */
export function readDefectPlan(text: string, rules: readonly string[]): DefectPlan {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== 1 || !Array.isArray(value['defects']))
    throw new DefectPlanError(
      'is no plan of defects; {"format": 1, "defects": [{"rule": "PER-13", "count": 1}]} is needed',
    );
  const list: readonly unknown[] = value['defects'];
  if (list.length === 0) throw new DefectPlanError('has no defect; name at least one');
  const defects = list.map((one, at) => readDefect(one, `defects[${at}]`, rules));
  const rates = defects.reduce((sum, defect) => sum + ('perThousand' in defect ? defect.perThousand : 0), 0);
  if (rates > 1000) throw new DefectPlanError('has rates of more than 1000 per thousand together');
  return { format: 1, defects };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new DefectPlanError('is not JSON');
  }
}

function readDefect(value: unknown, where: string, rules: readonly string[]): Defect {
  if (!isRecord(value)) throw new DefectPlanError(`${where} is not an object with "rule" and "count" or "perThousand"`);
  const { rule, count, perThousand, ...more } = value;
  const [surplus] = Object.keys(more);
  if (surplus !== undefined) throw new DefectPlanError(`${where} has "${surplus}", which is not known`);
  if (typeof rule !== 'string' || !rules.includes(rule))
    throw new DefectPlanError(
      `${where}: no fault of ${JSON.stringify(rule)} can be planted in this year; there are ${rules.join(', ')}`,
    );
  if ((count === undefined) === (perThousand === undefined))
    throw new DefectPlanError(`${where} needs "count" or "perThousand", and not both`);
  if (count !== undefined) {
    if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= mostFaults)
      return { rule, count };
    throw new DefectPlanError(`${where}.count is not a whole number from 1 to ${mostFaults.toLocaleString('en-GB')}`);
  }
  if (typeof perThousand === 'number' && perThousand > 0 && perThousand <= 1000) return { rule, perThousand };
  throw new DefectPlanError(`${where}.perThousand is not a number above 0 and up to 1000`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
