import type { Location } from '@yikezhong/shared/http/primitives'
import { create } from 'zustand'
import { storage } from './storage'

/** 我在哪: the circle chosen, the community when one was chosen, and the position when it was given (never stored). */
interface Place {
  circleId: string | null
  communityCode: string | null
  position: Location | null
}

const stored = storage.get<Omit<Place, 'position'>>('place')

export const usePlace = create<Place>()(() => ({
  circleId: stored?.circleId ?? null,
  communityCode: stored?.communityCode ?? null,
  position: null,
}))

export const choosePlace = (circleId: string, communityCode: string | null) => {
  storage.set('place', { circleId, communityCode })
  usePlace.setState({ circleId, communityCode, position: null })
}

export const setPosition = (position: Location | null) => usePlace.setState({ position })
