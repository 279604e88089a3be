import { create } from 'zustand'
import { fontScale } from './font-scale'
import { storage } from './storage'

/** 字的大小 in the elder edition: 大, 特大, 最大. */
export const textSizes = ['large', 'xl', 'max'] as const
export type TextSize = (typeof textSizes)[number]

interface Edition {
  /** 长辈版 */
  elder: boolean
  textSize: TextSize
}

/** For a person who has not chosen here: from 1.25 of WeChat's text setting on they want the elder edition. */
function wished(): Edition {
  const scale = fontScale()
  return { elder: scale >= 1.25, textSize: scale >= 1.6 ? 'max' : scale >= 1.4 ? 'xl' : 'large' }
}

export const useEdition = create<Edition>()(() => storage.get<Edition>('edition') ?? wished())

const keep = (change: Partial<Edition>) => {
  useEdition.setState(change)
  storage.set('edition', useEdition.getState())
}

export const setElder = (elder: boolean) => keep({ elder })
export const setTextSize = (textSize: TextSize) => keep({ textSize })

const elderClass = { large: 'yk-elder', xl: 'yk-elder yk-elder-xl', max: 'yk-elder yk-elder-max' }

/** The classes of a page root: every size on the page follows from them. */
export const useRootClass = () => {
  const { elder, textSize } = useEdition()
  return elder ? `yk-root ${elderClass[textSize]}` : 'yk-root'
}
