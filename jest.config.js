/** Tests of half a minute and more, which go through whole suites of several years: `npm run test:long` runs them. */
export const long = '**/*.long.test.js';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js', `!${long}`],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/test/second-opinion'],
  maxWorkers: 2,
  // Machines may be busy with other work: what hangs is found, what is slow is not failed.
  testTimeout: 60_000,
};
