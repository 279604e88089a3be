import { freshnessBands } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { Link } from 'react-router'
import { freshnessWords } from '../outlet/words'
import { type OutletFilters, useFreshness } from './use-freshness'

interface Props {
  title: string
  filters: OutletFilters
}

/** How much of what the map shows was confirmed, and the way to what was not. */
export function FreshnessBar({ title, filters }: Props) {
  const totals = useFreshness(filters)
  if (!totals) return <div className="freshness" aria-busy="true" />
  const all = freshnessBands.reduce((sum, band) => sum + totals[band], 0)
  const confirmed = totals.fresh + totals.ageing
  const overdue = totals.stale + totals.never
  return (
    <div className="freshness">
      <div className="freshness-total">
        <span>{title}</span>
        <b>
          {all} <small>家网点</small>
        </b>
      </div>
      {all > 0 && (
        <div className="freshness-share">
          <p>
            <span>
              90 天内确认 <b>{((confirmed / all) * 100).toFixed(1)}%</b>
            </span>
            {overdue > 0 && <Link to={`/outlets?${overdueSearch(filters)}`}>看 {totals.stale} 家超期</Link>}
          </p>
          <div className="freshness-bar" role="img" aria-label={barName(totals)}>
            {freshnessBands.map((band) => (
              <i
                key={band}
                className={`fresh-${band}`}
                style={{ flexGrow: totals[band] }}
                title={freshnessWords[band]}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

const barName = (totals: Record<(typeof freshnessBands)[number], number>) =>
  freshnessBands.map((band) => `${freshnessWords[band]} ${totals[band]} 家`).join('，')

function overdueSearch({ keyword, format, circleId }: OutletFilters): URLSearchParams {
  const search = new URLSearchParams({ freshness: 'stale' })
  if (keyword) search.set('keyword', keyword)
  if (format) search.set('format', format)
  if (circleId) search.set('circle', circleId)
  return search
}
