import type { CircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { useId } from 'react'
import { type Axis, barGeometry, positionOf } from './interval-geometry'
import { barLabel, missingText, verdictWords } from './words'

interface Props {
  circle: CircleSatisfaction
  axis: Axis
  targetShare: number
  minimumN: number
}

const at = (position: number) => `${position}%`

/** 区间条: Wilson 95 % as band and whiskers, the estimate as a dot, the target line through every row. */
export function IntervalBar({ circle, axis, targetShare, minimumN }: Props) {
  const bar = barGeometry(circle, axis)
  const target = at(positionOf(targetShare, axis))
  return (
    <div className="bar">
      <svg className="bar-plot" role="img" aria-label={barLabel(circle, targetShare, minimumN)}>
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            className="bar-tick"
            x1={at(positionOf(tick, axis))}
            x2={at(positionOf(tick, axis))}
            y1="0"
            y2="100%"
          />
        ))}
        <line className="bar-target" x1={target} x2={target} y1="0" y2="100%" />
        {bar ? <Band {...bar} tone={verdictWords[circle.verdict].tone} /> : <Hatch />}
      </svg>
      {!bar && (
        <span className="bar-missing" aria-hidden="true">
          {missingText(circle, minimumN)}
        </span>
      )}
    </div>
  )
}

interface BandProps {
  low: number
  high: number
  dot: number
  tone: string
}

/** The svg is 50 high and as wide as its column: across in percent, upright in px. */
function Band({ low, high, dot, tone }: BandProps) {
  return (
    <g className={`band band-${tone}`}>
      <rect x={at(low)} y="17" width={at(high - low)} height="16" rx="8" />
      <line x1={at(low)} x2={at(low)} y1="18" y2="32" />
      <line x1={at(high)} x2={at(high)} y1="18" y2="32" />
      <line x1={at(low)} x2={at(high)} y1="25" y2="25" />
      <circle cx={at(dot)} cy="25" r="6" />
    </g>
  )
}

function Hatch() {
  const pattern = useId()
  return (
    <>
      <defs>
        <pattern
          id={pattern}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-ground" width="7" height="7" />
          <rect className="hatch-stroke" width="3" height="7" />
        </pattern>
      </defs>
      <rect className="hatch-edge" x="0" y="15" width="100%" height="20" rx="5" fill={`url(#${pattern})`} />
    </>
  )
}
