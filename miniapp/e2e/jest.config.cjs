const path = require('node:path')

// Runs the built product: dist/weapp in a bare VM and on WeChat's component engine, dist/h5 in a real browser.
module.exports = {
  displayName: 'e2e',
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@yikezhong/source', 'node', 'node-addons'] },
  globalSetup: '<rootDir>/global-setup.cjs',
  globalTeardown: '<rootDir>/global-teardown.cjs',
  transform: {
    '\\.([jt]sx?|mjs)$': [
      'babel-jest',
      {
        configFile: false,
        babelrc: false,
        presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'],
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!zod/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'] },
  moduleDirectories: ['node_modules', path.resolve(__dirname, '../node_modules')],
  maxWorkers: 1,
  testTimeout: 30_000,
}
