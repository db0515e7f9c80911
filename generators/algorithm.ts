/**
 * Version of the generating algorithm. A person is a function of this number, the seed, the collection
 * year, the LA and the index, and of nothing else. Anything that changes one byte of any return for the
 * same four - a table, a name list, the order of draws, a story's dates - takes a new number here, so that
 * whoever kept a seed can tell that it no longer makes the return they knew. Numbers are never used again.
 */
export const algorithmVersion = 2;
