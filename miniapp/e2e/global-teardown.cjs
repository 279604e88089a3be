module.exports = () => globalThis.yikezhongServer?.stop()
