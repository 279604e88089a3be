import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { storage } from './storage'

/** 字的大小 in the elder edition: 大, 特大, 最大. */
export const textSizes = ['large', 'xl', 'max'] as const
export type TextSize = (typeof textSizes)[number]

interface Edition {
  /** 长辈版 */
  elder: boolean
  textSize: TextSize
}

/** WeChat's own text setting, for a person who has not chosen here: from 1.25 on they want the elder edition. */
function wished(): Edition {
  try {
    const factor = Number(
      (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1,
    )
    return { elder: factor >= 1.25, textSize: factor >= 1.6 ? 'max' : factor >= 1.4 ? 'xl' : 'large' }
  } catch {
    return { elder: false, textSize: 'large' }
  }
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
