import type { Figure, FigureKey } from './figures'

interface Props {
  figures: Figure[]
  onOpen: (key: FigureKey) => void
}

/** The figures over the chart; each opens the circles and answers behind it. */
export const FigureStrip = ({ figures, onOpen }: Props) => (
  <ul className="figures card">
    {figures.map(({ key, label, value, unit, note }) => (
      <li key={key}>
        <button type="button" onClick={() => onOpen(key)} aria-haspopup="dialog">
          <span className="figure-label">{label}</span>
          <span className="figure-value">
            {value}
            <small>{unit}</small>
          </span>
          <span className="figure-note">{note}</span>
        </button>
      </li>
    ))}
  </ul>
)
