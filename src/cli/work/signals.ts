const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has something done when a signal asks the process to end, which it then does not do by itself. Gives back how to undo that. */
export function onSignal(action: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of signals) process.on(signal, action);
  return () => {
    for (const signal of signals) process.off(signal, action);
  };
}
