export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/test/second-opinion'],
  maxWorkers: 2,
};
