import type { CaseResult, ResultsFooter, ResultsHeader } from './results.js';

/** Takes the results of a run as they come: the header once, each case in suite order, the footer once unless cut short. */
export interface ResultSink {
  start(header: ResultsHeader): void | Promise<void>;
  result(result: CaseResult): void | Promise<void>;
  end(footer: ResultsFooter): void | Promise<void>;
}

/** One sink that hands everything to several, in their order. */
export function combineSinks(sinks: readonly ResultSink[]): ResultSink {
  return {
    start: async (header) => {
      for (const sink of sinks) await sink.start(header);
    },
    result: async (result) => {
      for (const sink of sinks) await sink.result(result);
    },
    end: async (footer) => {
      for (const sink of sinks) await sink.end(footer);
    },
  };
}
