// Loaded with `node --import` into every Node process our tools start: when the tool is killed, even by
// `kill -9`, the channel between them closes and the child ends too, instead of holding its port for ever.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
