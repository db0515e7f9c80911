/**
 * Does something when all that is ready to be read has been read. What a program wrote to standard error before an
 * answer then counts to that answer, whichever of its two outputs the system happened to hand over first.
 */
export function afterDrain(action: () => void): void {
  // The first comes before the next look at what is ready, the second after it.
  setImmediate(() => {
    setImmediate(action);
  });
}
