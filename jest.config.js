/* Unit and stand-in tests choose their environment in a docblock; node is the default. e2e drives the built page in Chromium. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

const common = {
  rootDir: __dirname,
  transform: { '\\.(ts|tsx|mts|js|mjs)$': swc },
  // Packages that come as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(.*/node_modules/)?(hucre|@borgar|numfmt|@formulajs|open|sirv|strip-bom|uuid)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'json'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/tools/style.js' },
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    {
      ...common,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
  ],
};
