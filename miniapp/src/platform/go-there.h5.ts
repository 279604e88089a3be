import { create } from 'zustand'
import type { Destination } from './map-apps'

/** Where the person wants to go; while set, the page shows the sheet of map apps. */
export const useDestination = create<{ destination: Destination | null }>()(() => ({ destination: null }))

/** 去这里: on the web the person picks the map app. */
export const goThere = (destination: Destination | null) => useDestination.setState({ destination })
