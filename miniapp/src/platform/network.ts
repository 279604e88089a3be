import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the device has a network; what the server says is another matter. */
export const useNetwork = create<{ online: boolean }>()(() => ({ online: true }))

/** Starts following the network; called once by the app. */
export function watchNetwork(): void {
  Taro.getNetworkType()
    .then(({ networkType }) => useNetwork.setState({ online: networkType !== 'none' }))
    .catch(() => {})
  Taro.onNetworkStatusChange(({ isConnected }) => useNetwork.setState({ online: isConnected }))
}
