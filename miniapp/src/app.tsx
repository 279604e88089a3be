import { QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { createQueryClient } from '@/lib/query-client'
import { watchNetwork } from '@/platform/network'
import { onForget } from '@/platform/session'
import './app.scss'

const queryClient = createQueryClient()

onForget(() => {
  queryClient.removeQueries({ queryKey: ['me'] })
  void queryClient.invalidateQueries()
})
watchNetwork()

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
