const { TestEnvironment } = require('jest-environment-jsdom')

/** A document for WeChat's component engine to draw into, with Node's fetch for the requests of the app. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, { fetch, AbortController, TextDecoder, TextEncoder, URL, URLSearchParams })
  }
}
