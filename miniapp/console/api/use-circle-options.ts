import { type Circle, listCircles } from '@yikezhong/shared/circle/circle.contract'
import { useSession } from '../session/session'
import { useEndpoint } from './use-endpoint'

/** True when some of the circle lies inside the officer's division: the server refuses the others. */
export const isCircleInScope = (
  { communities }: Pick<Circle, 'communities'>,
  divisionCode: string,
): boolean => communities.some(({ code }) => code.startsWith(divisionCode))

/** The choices of a circle picker: those in the officer's reach, in the plan's order. */
export function useCircleOptions() {
  const { data } = useEndpoint(listCircles, {})
  const scope = useSession((state) => state.session?.staff.divisionCode ?? '')
  return (data?.items ?? [])
    .filter((circle) => isCircleInScope(circle, scope))
    .map(({ id, shortName }) => ({ value: id, label: shortName }))
}
