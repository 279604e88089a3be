module.exports = () => globalThis.testDatabases()
