import type { Circle, Division } from '@yikezhong/shared/circle/circle.contract'
import type { CircleView, DivisionDetail } from './circle-snapshot.js'

export function presentCircle({
  id,
  no,
  name,
  shortName,
  buildYear,
  centre,
  communities,
}: CircleView): Circle {
  return { id, no, name, shortName, buildYear, centre, communities: [...communities] }
}

export function presentDivision({ code, name, shortName, level, parentCode }: DivisionDetail): Division {
  return { code, name, shortName, level, parentCode }
}
