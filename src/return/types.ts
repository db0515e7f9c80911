import type { GroupNode, ItemNode, message } from '../model/index.js';

type Children<G> = G extends { readonly children: infer C extends readonly unknown[] } ? C[number] : never;

type Held<N> = N extends ItemNode
  ? string
  : N extends { readonly kind: 'group'; readonly repeats: true }
    ? RecordOf<N>[]
    : RecordOf<N>;

/**
 * The record of a container, derived from the item model: items by tag as strings (absent, or '' for an
 * element that stands there empty), a container that stands once as a record, one that repeats as a list.
 * Items of every collection year are in the type; which of them a year has, the year model says.
 */
export type RecordOf<G> = {
  [N in Children<G> as N extends { readonly tag: infer T extends string } ? T : never]?: Held<N>;
};

/** The node with a tag anywhere under another. */
type Find<G, T extends string> =
  Children<G> extends infer C ? (C extends GroupNode ? (C['tag'] extends T ? C : Find<C, T>) : never) : never;

type Message = typeof message;

export interface Return extends RecordOf<Message> {}
export interface Header extends RecordOf<Find<Message, 'Header'>> {}
export interface CollectionDetails extends RecordOf<Find<Message, 'CollectionDetails'>> {}
export interface Source extends RecordOf<Find<Message, 'Source'>> {}
export interface Person extends RecordOf<Find<Message, 'Person'>> {}
export interface Requests extends RecordOf<Find<Message, 'Requests'>> {}
export interface Assessment extends RecordOf<Find<Message, 'Assessment'>> {}
export interface NamedPlan extends RecordOf<Find<Message, 'NamedPlan'>> {}
export interface PlanDetail extends RecordOf<Find<Message, 'PlanDetail'>> {}
export interface ActivePlans extends RecordOf<Find<Message, 'ActivePlans'>> {}
export interface PlacementDetail extends RecordOf<Find<Message, 'PlacementDetail'>> {}
export interface SENneed extends RecordOf<Find<Message, 'SENneed'>> {}

/** Every kind of record by its tag. */
export interface Records {
  Message: Return;
  Header: Header;
  CollectionDetails: CollectionDetails;
  Source: Source;
  Persons: { Person?: Person[] };
  Person: Person;
  Requests: Requests;
  Assessment: Assessment;
  NamedPlan: NamedPlan;
  PlanDetail: PlanDetail;
  ActivePlans: ActivePlans;
  PlacementDetail: PlacementDetail;
  SENneed: SENneed;
}

export type RecordTag = keyof Records;

/** The tags of the items a record holds. */
export type ItemTag<G extends RecordTag> = {
  [T in keyof Records[G]]-?: NonNullable<Records[G][T]> extends string ? T : never;
}[keyof Records[G]] &
  string;
