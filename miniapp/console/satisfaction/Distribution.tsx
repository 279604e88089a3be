import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { getCircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { channelWords, ratingWords } from './words'

export type CircleDetail = ResponseOf<typeof getCircleSatisfaction>

/** 评分分布 of the overall question; an unpublished circle shows how far it is instead. */
export function Distribution({ detail, minimumN }: { detail: CircleDetail; minimumN: number }) {
  const { overall, circle, channels } = detail
  return (
    <div className="distribution">
      {overall ? (
        <RatingBars counts={overall.counts} />
      ) : (
        <Bar
          label="已收"
          value={circle.n}
          max={minimumN}
          text={`${circle.n} / ${minimumN} 份，还差 ${circle.missing} 份`}
        />
      )}
      <p className="muted">
        {overall && `不了解 ${overall.unknown} 份，不计入比例 · `}
        {channels.map(({ channel, responses }) => `${channelWords[channel]} ${responses} 份`).join(' · ')}
      </p>
    </div>
  )
}

function RatingBars({ counts }: { counts: number[] }) {
  const max = Math.max(...counts, 1)
  return ratingWords
    .map((word, index) => ({ word, count: counts[index] ?? 0 }))
    .reverse()
    .map(({ word, count }) => <Bar key={word} label={word} value={count} max={max} text={`${count} 份`} />)
}

interface BarProps {
  label: string
  value: number
  max: number
  text: string
}

const Bar = ({ label, value, max, text }: BarProps) => (
  <div className="hbar">
    <span>{label}</span>
    <span className="hbar-track" aria-hidden="true">
      <i style={{ width: `${Math.min(100, (value / max) * 100)}%` }} />
    </span>
    <span className="hbar-text">{text}</span>
  </div>
)
