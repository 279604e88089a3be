import { pinyin } from 'pinyin-pro'

const nameSortLength = 40
const searchTextLength = 1000

/** The form in which keywords and names are compared: lower case, composed characters. */
export const normalise = (text: string): string => text.toLowerCase().normalize('NFC')

/** What a keyword is looked for in, besides the words of the format and the services. */
export const searchTextOf = (name: string, itemNames: readonly string[]): string =>
  Array.from(normalise([name, ...itemNames].join('\n')))
    .slice(0, searchTextLength)
    .join('')

/** 排序用拼音: ASCII, so that it compares the same everywhere; what pinyin cannot spell comes last. */
export const nameSortOf = (name: string): string =>
  pinyin(name, { toneType: 'none', nonZh: 'consecutive', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^ -~]/gu, '~')
    .slice(0, nameSortLength)
