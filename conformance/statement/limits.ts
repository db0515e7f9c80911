/** What a statement does not say, in plain words. They are part of what is signed. */
export const doesNotSay: readonly string[] = [
  'It speaks of this suite and of this build of the validator alone: not of other builds, other years or other data.',
  'It is not an approval by the Department for Education, which has taken no part in it.',
  'It says what was reported on made-up returns, one fault at a time; it does not say that every fault in a real return is found.',
  'Rule ids and levels are those of the kit, not those of COLLECT; where public material leaves a question open, the reading taken is named.',
  'What was not judged (unsupported, disputed, could not be run) is neither right nor wrong, and says nothing for the validator.',
  'The name of the vendor, the product and its version are what the holder of the key says of itself; who holds the key has to be known in another way.',
];
