import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useMemo } from 'react'
import { type QrRuns, qrRuns } from '../../qr-runs'
import type { QrPictureProps } from './types'
import './qr-picture.scss'

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
}

/** Not colours of the design: scanners want plain dark on plain white. */
const paper = '#ffffff'
const ink = '#000000'

/** Whole pixels per module, so that every edge is sharp; the rest becomes margin on both sides. */
function draw(canvas: CanvasNode, cssSide: number, { size, runs }: QrRuns, pixelRatio: number) {
  const side = Math.round(cssSide * pixelRatio)
  const scale = Math.max(1, Math.floor(side / size))
  const margin = Math.floor((side - scale * size) / 2)
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  context.fillStyle = paper
  context.fillRect(0, 0, side, side)
  context.fillStyle = ink
  for (const { x, y, width } of runs)
    context.fillRect(margin + x * scale, margin + y * scale, width * scale, scale)
}

/** 二维码 on WeChat's canvas: the mini-program has no inline SVG. */
export function QrPicture({ text, label }: QrPictureProps) {
  const id = `qr${useId().replace(/\W/g, '')}`
  const picture = useMemo(() => qrRuns(text), [text])
  useEffect(() => {
    const query = () =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true })
        .exec(([found]: { node?: CanvasNode; width: number }[]) => {
          if (found?.node) draw(found.node, found.width, picture, Taro.getWindowInfo().pixelRatio)
        })
    Taro.nextTick(query)
  }, [id, picture])
  return <Canvas className="qr-picture" type="2d" id={id} canvasId={id} ariaLabel={label} />
}
