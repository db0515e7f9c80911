import { AdapterError } from '../../../conformance/adapt/index.js';
import { CrosswalkError } from '../../../conformance/crosswalk/index.js';
import { ResultsError } from '../../../conformance/report/index.js';
import { RunAborted, ValidatorUsageError } from '../../../conformance/run/index.js';
import { StatementError } from '../../../conformance/statement/index.js';
import { SuiteError, UnprovedSuiteError } from '../../../conformance/suite/index.js';
import { OutputError } from '../../../output/index.js';
import { explain, isReaderGone, UsageError } from '../../../src/cli/exit.js';
import { XsdError } from '../../../src/schema/index.js';
import { UnknownYearError, UnreadableFileError } from '../../../src/validate/index.js';

describe('what a failure exits with', () => {
  // They are told apart by name, so each class that is thrown to the user stands here once.
  it.each([
    [new UsageError('why'), 2],
    [new ValidatorUsageError('why'), 2],
    [new OutputError('why'), 2],
    [new UnknownYearError('2019'), 2],
    [new UnreadableFileError('why'), 2],
    [new XsdError('why'), 2],
    [new RunAborted('why'), 2],
    [new SuiteError('why'), 4],
    [new ResultsError('why'), 4],
    [new AdapterError('a.json', [{ line: 1, column: 2, what: 'why' }]), 4],
    [new CrosswalkError('a.csv', ['line 1: why']), 4],
    [new StatementError('why'), 4],
    [new UnprovedSuiteError([{ id: 'a', expected: ['PER-01'], found: [] }]), 1],
  ])('%s', (error, code) => {
    const told = explain(error);
    expect(told.code).toBe(code);
    expect(told.line).toContain(error.message.replace(/\s*\n\s*/g, ' '));
    expect(told.line).not.toContain('unforeseen');
  });

  it('tells a terminal nothing to do', () => {
    expect(explain(new UsageError('a\u001b[2J\u202eb')).line).toBe('a\ufffd[2J\ufffdb');
  });

  it('is one line, and says so where it was not foreseen', () => {
    expect(explain(new UsageError('one\n  two'))).toEqual({ line: 'one two', code: 2 });
    for (const error of [new TypeError('odd\nthing'), 'odd thing', new RangeError('odd thing')]) {
      expect(explain(error)).toEqual({
        line: 'something unforeseen went wrong, please report it: odd thing',
        code: 2,
      });
    }
  });

  it('is nothing to tell where the reader has gone away', () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    expect(isReaderGone(gone)).toBe(true);
    expect(isReaderGone(new OutputError('cannot write', { cause: gone }))).toBe(true);
    expect(isReaderGone(new OutputError('cannot write', { cause: { code: 'ENOSPC' } }))).toBe(false);
    expect(isReaderGone(new Error('no'))).toBe(false);
    expect(isReaderGone('EPIPE')).toBe(false);
  });
});
