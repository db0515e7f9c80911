export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/test/second-opinion'],
  maxWorkers: 2,
  // Machines may be busy with other work: what hangs is found, what is slow is not failed.
  testTimeout: 60_000,
};
