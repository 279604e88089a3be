import { lazy, Suspense } from 'react'

/** The first screen shows the place; choosing another loads when it is wanted. */
const Panel = lazy(async () => ({ default: (await import('./PlacePanel')).PlacePanel }))

export const PlaceSheet = (props: { onClose: () => void }) => (
  <Suspense fallback={null}>
    <Panel {...props} />
  </Suspense>
)
