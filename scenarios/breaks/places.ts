import { message, type GroupNode, type ItemNode } from '../../src/model/index.js';
import type { Draft } from './draft.js';

/** A parent in which the person whose story is told has the item or the container, by `Container.Tag` or `Container`. */
const parentOf: Readonly<Record<string, string>> = {
  'Person.UniqueLearnerNumber': 'upn-and-uln',
  'Person.UPNunknown': 'never-in-state-school',
  'Requests.RequestOutcomeDate': 'request-refused',
  'Requests.RequestMediation': 'request-refused',
  'Requests.RequestTribunal': 'request-refused',
  'Requests.Exported': 'exported',
  'Requests.Assessment': 'issued-on-time',
  'Requests.ActivePlans': 'issued-on-time',
  Assessment: 'issued-on-time',
  NamedPlan: 'issued-on-time',
  'NamedPlan.PlanRes': 'residential-38-weeks',
  'NamedPlan.PlanWBP': 'apprenticeship',
  'NamedPlan.OA': 'budget-organised-and-direct',
  'NamedPlan.DP': 'budget-organised-and-direct',
  'NamedPlan.CeaseDate': 'ceased-needs-met',
  'NamedPlan.CeaseReason': 'ceased-needs-met',
  PlanDetail: 'sen-unit',
  'PlanDetail.UKPRN': 'provider-without-urn',
  'PlanDetail.SENSetting': 'home-education',
  'PlanDetail.SENSettingOther': 'other-setting',
  ActivePlans: 'review-maintained',
  'ActivePlans.TransferLA': 'transferred-in',
  'ActivePlans.Res': 'residential-38-weeks',
  'ActivePlans.WBP': 'apprenticeship',
  'ActivePlans.ReviewDraft': 'review-amendment-drafted',
  'ActivePlans.PhaseTransferDueDate': 'phase-transfer-finalised',
  'ActivePlans.PhaseTransferFinalDate': 'phase-transfer-finalised',
  PlacementDetail: 'sen-unit',
  'PlacementDetail.UKPRN': 'provider-without-urn',
  'PlacementDetail.SENSetting': 'home-education',
  'PlacementDetail.SENSettingOther': 'other-setting',
  'PlacementDetail.LeavingDate': 'moved-placement',
  'PlacementDetail.Res': 'residential-38-weeks',
  'PlacementDetail.WBP': 'apprenticeship',
  SENneed: 'sen-unit',
};

const anyParent = 'awaiting-decision';

/** Name of a parent that has the container and, where one is named, the item or container in it. */
export function parentWith(container: string, tag = ''): string {
  return parentOf[`${container}.${tag}`] ?? parentOf[container] ?? anyParent;
}

/** Name of a parent that has both of two neighbours in a container. */
export function parentWithBoth(container: string, first: string, second: string): string {
  return parentOf[`${container}.${second}`] ?? parentWith(container, first);
}

/** A record of a draft and its path. */
export interface Place {
  readonly record: object;
  readonly path: string;
}

const none: readonly Place[] = [];

/** The records of a container in the story that is told, in their order: those of its first request. */
function recordsOf(draft: Draft, container: string): readonly Place[] {
  const { at, ret } = draft;
  const one = (record: object | undefined, path: string): readonly Place[] => (record ? [{ record, path }] : none);
  switch (container) {
    case 'Message':
      return one(ret, '/Message');
    case 'Header':
      return one(ret.Header, '/Message/Header');
    case 'CollectionDetails':
      return one(draft.collectionDetails, '/Message/Header/CollectionDetails');
    case 'Source':
      return one(draft.source, '/Message/Header/Source');
    case 'Persons':
      return one(ret.Persons, '/Message/Persons');
    case 'Person':
      return one(draft.person, at.person());
    case 'Requests':
      return one(draft.request(), at.request());
    case 'Assessment':
      return one(draft.assessment(), at.assessment());
    case 'NamedPlan':
      return one(draft.plan(), at.plan());
    case 'PlanDetail':
      return (draft.plan().PlanDetail ?? []).slice(draft.offsets.planDetail).map((record, i) => ({
        record,
        path: at.planDetail(undefined, i + 1),
      }));
    case 'ActivePlans':
      return one(draft.active(), at.active());
    case 'PlacementDetail':
      return (draft.active().PlacementDetail ?? []).slice(draft.offsets.placement).map((record, i) => ({
        record,
        path: at.placement(undefined, i + 1),
      }));
    case 'SENneed':
      return (draft.active().SENneed ?? []).slice(draft.offsets.need).map((record, i) => ({
        record,
        path: at.need(undefined, i + 1),
      }));
    default:
      throw new RangeError(`no container is called ${container}`);
  }
}

/** The first record of a container that has all of the tags. @throws RangeError where there is none: the parent is the wrong one */
export function placeOf(draft: Draft, container: string, ...tags: readonly string[]): Place {
  const found = recordsOf(draft, container).find(({ record }) =>
    tags.every((tag) => valueIn(record, tag) !== undefined),
  );
  if (!found) throw new RangeError(`the parent of the break has no ${container} with ${tags.join(' and ')}`);
  return found;
}

/** The first record of a container that has a value in an item. @throws RangeError where there is none */
export function placeWith(draft: Draft, container: string, tag: string, value: string): Place {
  const found = recordsOf(draft, container).find(({ record }) => valueIn(record, tag) === value);
  if (!found) throw new RangeError(`the parent of the break has no ${container} with ${tag} ${value}`);
  return found;
}

/** What a record holds under a tag; undefined where there is nothing. */
export function valueIn(record: object, tag: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[tag];
}

/** An item of the model with the container it stands in. */
export interface PlacedItem {
  readonly container: string;
  readonly item: ItemNode;
}

function collect(group: GroupNode): { readonly groups: readonly GroupNode[]; readonly items: readonly PlacedItem[] } {
  const groups = [group];
  const items: PlacedItem[] = [];
  for (const child of group.children) {
    if (child.kind === 'item') items.push({ container: group.tag, item: child });
    else {
      const under = collect(child);
      groups.push(...under.groups);
      items.push(...under.items);
    }
  }
  return { groups, items };
}

/** Every container of any collection year, outermost first, and every item with its container. */
export const { groups: everyContainer, items: everyItem } = collect(message);
