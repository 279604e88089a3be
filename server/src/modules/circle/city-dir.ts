import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cities = join(dirname(fileURLToPath(import.meta.url)), '../../../cities')

/** Folder of a city's pack, by the name the `CITY` setting gives. */
export const cityDir = (city: string): string => join(cities, city)
