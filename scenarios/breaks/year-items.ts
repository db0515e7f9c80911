import type { Draft } from './draft.js';

export type WorkBased = 'A' | 'T' | 'S';

/** Gives the person a work based learning activity, which stood in ActivePlans until 2023, and gives its place. */
export function workBased(draft: Draft, activity: WorkBased): string {
  if (draft.year <= 2023) {
    draft.active().WBP = activity;
    return draft.at.active('WBP');
  }
  draft.placement().WBP = activity;
  return draft.at.placement('WBP');
}

/** Gives every placement the AttendancePattern that was asked for until 2023 of those who have become of school age. */
export function attending(draft: Draft): void {
  if (draft.year > 2023) return;
  for (const placement of draft.active().PlacementDetail ?? []) placement.AttendancePattern = 'FT';
}
