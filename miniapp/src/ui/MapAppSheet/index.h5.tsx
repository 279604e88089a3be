import { lazy, Suspense } from 'react'
import { useDestination } from '@/platform/go-there'

const MapApps = lazy(async () => ({ default: (await import('./MapApps')).MapApps }))

/** 去这里 on the web; the choice of map apps loads when somebody wants to go. */
export function MapAppSheet() {
  const destination = useDestination((state) => state.destination)
  if (!destination) return null
  return (
    <Suspense fallback={null}>
      <MapApps destination={destination} />
    </Suspense>
  )
}
