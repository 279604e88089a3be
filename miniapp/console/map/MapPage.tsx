import { listCircles } from '@yikezhong/shared/circle/circle.contract'
import { isCircleInScope } from '../api/use-circle-options'
import { useEndpoint } from '../api/use-endpoint'
import { useSession } from '../session/session'
import { QueryGate } from '../ui/QueryGate'
import { useTitle } from '../ui/use-title'
import { MapWorkspace } from './MapWorkspace'

/** 网点地图: where the outlets are and how fresh what we know of them is. */
export default function MapPage() {
  useTitle('网点地图')
  const circles = useEndpoint(listCircles, {})
  const staff = useSession((state) => state.session?.staff)
  return (
    <QueryGate query={circles} rows={12}>
      {({ items }) => {
        const mine = items.filter((circle) => isCircleInScope(circle, staff?.divisionCode ?? ''))
        // an officer whose division has no circle still looks at the city, where the map shows what is theirs
        return <MapWorkspace scopeName={staff?.divisionName ?? ''} circles={mine.length > 0 ? mine : items} />
      }}
    </QueryGate>
  )
}
