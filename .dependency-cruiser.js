/* Rooms know only the rooms below them. Each line: a room, and all the rooms of src it may import from. */
const rooms = {
  domain: [],
  reading: ['domain'],
  plan: ['domain'],
  locales: ['domain', 'reading', 'plan'],
  templates: ['domain', 'reading', 'plan', 'locales'],
  functions: ['domain', 'locales'],
  worker: ['domain', 'reading', 'plan', 'locales', 'templates'],
  excel: ['domain', 'reading', 'plan'],
  taskpane: ['domain', 'reading', 'plan', 'locales', 'templates', 'worker', 'functions', 'excel', 'commands'],
  commands: ['domain', 'reading', 'plan', 'locales', 'templates', 'functions', 'excel'],
  workbench: [],
  cli: ['domain', 'reading', 'plan', 'locales', 'templates', 'functions', 'excel', 'workbench'],
};

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `${room}-knows-only-rooms-below`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
    })),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-rooms-use-no-packages',
      severity: 'error',
      from: { path: '^src/(domain|reading|plan|templates|worker|functions|locales)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      // webpack.config.js makes the Chinese metadata with functions/metadata.
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '\\.d\\.ts$|/index\\.tsx?$|main\\.tsx?$|^src/functions/metadata\\.ts$',
      },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
