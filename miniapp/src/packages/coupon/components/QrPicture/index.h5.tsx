import { useMemo } from 'react'
import { qrRuns } from '../../qr-runs'
import type { QrPictureProps } from './types'
import './qr-picture.scss'

/** 二维码 as one vector path. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { size, path } = useMemo(() => {
    const { size, runs } = qrRuns(text)
    return { size, path: runs.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('') }
  }, [text])
  return (
    <svg
      className="qr-picture"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  )
}
