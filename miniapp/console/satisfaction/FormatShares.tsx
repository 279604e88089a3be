import { FormatTile } from '../ui/FormatTile'
import type { CircleDetail } from './Distribution'
import { percent } from './words'

type FormatShare = CircleDetail['formats'][number]

interface Props {
  formats: FormatShare[]
  minimumFormatN: number
}

/** 各业态满意度 with n beside every share; 样本少 and 不公布 say how far a figure carries. */
export const FormatShares = ({ formats, minimumFormatN }: Props) => (
  <table className="format-shares">
    <caption className="sr-only">各业态满意度，不足 {minimumFormatN} 份不公布</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">业态</th>
        <th scope="col">满意度</th>
        <th scope="col">份数</th>
      </tr>
    </thead>
    <tbody>
      {formats.map((format) => (
        <tr key={format.formatCode}>
          <th scope="row">
            <FormatTile code={format.formatCode} size={22} />
            {format.formatName}
          </th>
          <td>
            {format.share === null ? <span className="none">不公布</span> : <b>{percent(format.share)}</b>}
            {format.share !== null && format.few && <span className="tag tag-warning">样本少</span>}
          </td>
          <td className="format-n">n = {format.n}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The formats most people answered about: what fits the card below the chart. */
export const mostAnswered = (formats: FormatShare[], limit: number) =>
  [...formats].sort((a, b) => b.n - a.n).slice(0, limit)
