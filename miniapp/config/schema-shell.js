/**
 * Stands in for `zod/mini` in the resident app. Its contracts are read for paths and types only: the server checks what
 * comes in and, in tests and development, what goes out. The validator is 10 KB that would delay the first screen.
 * Shipped as it stands, without Babel: it must stay ES5.
 */
function memberOfSchema(_schema, key) {
  if (key === 'shape') return {}
  if (/parse|decode|encode/i.test(String(key))) throw new Error('The resident app has no validator.')
  return shell
}

function memberOfModule(_module, key) {
  return key === '__esModule' ? true : shell
}

function schema() {
  return shell
}

var shell = new Proxy(schema, { get: memberOfSchema })

module.exports = new Proxy({}, { get: memberOfModule })
