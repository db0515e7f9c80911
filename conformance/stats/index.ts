export { NotAReturnError, yearOfReturn } from './read-year.js';
export { statsOf, StatsCounter, type ReturnStats, type StatsOptions } from './return-stats.js';
export { statsText } from './stats-text.js';
export type { StatsRow, StatsTable } from './table.js';
