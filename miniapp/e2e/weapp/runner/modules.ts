import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import vm from 'node:vm'

interface Module {
  exports: unknown
}

type Wrapped = (require: (path: string) => unknown, module: Module, exports: unknown) => void

/** WeChat's `require`: files of the build only, each evaluated once, in the sandbox. */
export function loaderOf(root: string, context: vm.Context): (file: string) => unknown {
  const loaded = new Map<string, Module>()
  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = loaded.get(file)
    if (known) return known.exports
    const module: Module = { exports: {} }
    loaded.set(file, module)
    const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`
    const wrapped = vm.runInContext(source, context, { filename: relative(root, file) }) as Wrapped
    wrapped((wanted) => load(join(dirname(file), wanted)), module, module.exports)
    return module.exports
  }
  return (file) => load(join(root, file))
}
