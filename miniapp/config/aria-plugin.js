const path = require('node:path')
const attributes = require('./aria-attributes')

/** Lets `ariaLabel` and `ariaRole` reach the WXML (a Taro plugin for the weapp build). */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, attributes)
      const runtime = path.resolve(__dirname, 'aria-runtime.js')
      platform.runtimePath = [].concat(platform.runtimePath, runtime)
    },
  })
}
