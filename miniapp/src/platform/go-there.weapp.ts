import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Destination } from './map-apps'

/** Always empty here: WeChat shows the place itself. */
export const useDestination = create<{ destination: Destination | null }>()(() => ({ destination: null }))

/** 去这里: WeChat's own map page, which offers the map apps of the phone. */
export function goThere(destination: Destination | null): void {
  if (!destination) return
  const { name, address, location } = destination
  Taro.openLocation({ name, address, longitude: location.lng, latitude: location.lat, scale: 17 }).catch(
    () => {},
  )
}
